import type { PolicyApplied } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { readChecked, reasonOption, shortHash } from './source.ts';
import { runTrial } from './trial.ts';

/** `policy apply`: from now on the collector judges by this, unless that would lock out more than may be. */
export const applyCommand = () =>
  new Command('apply')
    .description('bring a policy into force; every device is judged anew in the background')
    .argument('<file>')
    .addOption(reasonOption())
    .addOption(allowOption())
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nRefuses [blast_radius_exceeded] when more than 5 % of the devices would become untrusted by it.',
    )
    .action(async (file, { reason, allowUntrusted, json, ...place }) => {
      const { source } = readChecked(file);
      const client = createApiClient(place);
      const { id: plan } = await runTrial(client, { kind: 'plan', source: source.text }, 'Planning');
      const applied = await client.call<PolicyApplied>('POST', '/policy/apply', {
        ...{ source: source.text, reason, plan },
        ...(allowUntrusted === undefined ? {} : { allowUntrusted }),
      });
      process.stdout.write(json ? `${JSON.stringify(applied)}\n` : `${inWords(applied)}\n`);
    });

const allowOption = () =>
  new Option('--allow-untrusted <n>', 'as many devices may become untrusted').argParser((text: string) => {
    const n = Number(text);
    if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('expected a number of devices');
    return n;
  });

/** What came into force, as one sentence. */
export const inWords = ({ activation: { name, hash }, changed }: PolicyApplied): string =>
  changed
    ? `${name} ${shortHash(hash)} is in force; the fleet is being judged anew.`
    : `${name} ${shortHash(hash)} was in force already; nothing was done.`;
