import type { PolicyApplied } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { readChecked, reasonOption, shortHash } from './source.ts';

/** `policy apply`: from now on the collector judges by this. */
export const applyCommand = () =>
  new Command('apply')
    .description('bring a policy into force; every device is judged anew in the background')
    .argument('<file>')
    .addOption(reasonOption())
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (file, { reason, json, ...place }) => {
      const { source } = readChecked(file);
      const body = { source: source.text, reason };
      const applied = await createApiClient(place).call<PolicyApplied>('POST', '/policy/apply', body);
      process.stdout.write(json ? `${JSON.stringify(applied)}\n` : `${inWords(applied)}\n`);
    });

/** What came into force, as one sentence. */
export const inWords = ({ activation: { name, hash }, changed }: PolicyApplied): string =>
  changed
    ? `${name} ${shortHash(hash)} is in force; the fleet is being judged anew.`
    : `${name} ${shortHash(hash)} was in force already; nothing was done.`;
