import type { PolicyApplied } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { rolloutLine } from './rollout.ts';
import { readChecked, reasonOption, shortHash } from './source.ts';
import { runTrial } from './trial.ts';

/** `policy apply`: from now on the collector judges by this, unless that would lock out more than may be. */
export const applyCommand = () =>
  new Command('apply')
    .description('bring a policy into force; every device is judged anew in the background')
    .argument('<file>')
    .addOption(reasonOption())
    .addOption(allowOption())
    .addOption(
      new Option(
        '--staged',
        'observe first, then warn, then enforce; halts itself when more falls than planned',
      ),
    )
    .addOption(stayOption('--observe-for <time>', 'how long it only observes'))
    .addOption(stayOption('--warn-for <time>', 'how long it then only warns'))
    .addOption(countOption('--margin <n>', 'how many devices more than planned may fall; 1 % by default'))
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nRefuses [blast_radius_exceeded] when more than 5 % of the devices would become untrusted by it.',
    )
    .action(async (file, { reason, allowUntrusted, staged, observeFor, warnFor, margin, json, ...place }) => {
      const { source } = readChecked(file);
      const client = createApiClient(place);
      const { id: plan } = await runTrial(client, { kind: 'plan', source: source.text }, 'Planning');
      const applied = await client.call<PolicyApplied>('POST', '/policy/apply', {
        ...{ source: source.text, reason, plan },
        ...(allowUntrusted === undefined ? {} : { allowUntrusted }),
        ...(staged
          ? {
              staged: {
                observeMs: observeFor ?? null,
                warnMs: warnFor ?? null,
                ...(margin === undefined ? {} : { margin }),
              },
            }
          : {}),
      });
      process.stdout.write(json ? `${JSON.stringify(applied)}\n` : `${inWords(applied)}\n`);
    });

const countOption = <F extends string>(flags: F, description: string) =>
  new Option(flags, description).argParser((text: string) => {
    const n = Number(text);
    if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('expected a number of devices');
    return n;
  });

const allowOption = () => countOption('--allow-untrusted <n>', 'as many devices may become untrusted');

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const stayOption = <F extends string>(flags: F, description: string) =>
  new Option(flags, `${description}, as in 24h or 3d; by default until "policy rollout advance"`).argParser(
    (text: string) => {
      const span = /^([1-9]\d{0,4})([mhd])$/.exec(text);
      if (!span) throw new InvalidArgumentError('expected a time as in 45m, 24h or 3d');
      return Number(span[1]) * UNIT_MS[span[2] as keyof typeof UNIT_MS];
    },
  );

/** What came into force, as one sentence. */
export const inWords = ({ activation: { name, hash }, changed, rollout }: PolicyApplied): string =>
  rollout
    ? rolloutLine(rollout)
    : changed
      ? `${name} ${shortHash(hash)} is in force; the fleet is being judged anew.`
      : `${name} ${shortHash(hash)} was in force already; nothing was done.`;
