import type { TrialView } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { diffLines, effectLines } from './effect-words.ts';
import { readChecked } from './source.ts';
import { runTrial } from './trial.ts';

/** `policy plan`: what an apply would do to the fleet as it is now. */
export const planCommand = () =>
  new Command('plan')
    .description('what bringing a policy into force would do: checks, and devices that change tier')
    .argument('<file>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExit codes: 0 an apply would go through, 1 failed, 3 more devices would become untrusted than may.',
    )
    .action(async (file, { json, ...place }) => {
      const { source } = readChecked(file);
      const trial = { kind: 'plan' as const, source: source.text };
      const plan = await runTrial(createApiClient(place), trial, 'Planning');
      process.stdout.write(json ? `${JSON.stringify(plan)}\n` : `${planLines(plan).join('\n')}\n`);
      if (isTooMuch(plan)) process.exitCode = 3;
    });

const isTooMuch = ({ plan }: TrialView): boolean =>
  plan !== null && plan.inTheEnd.newlyUntrusted > plan.allowed;

/** A finished plan for people. */
function planLines(trial: TrialView): string[] {
  const { diff, plan } = trial;
  if (!plan || !diff) return [];
  const { atOnce, inTheEnd, allowed } = plan;
  const isPutOff = atOnce.newlyUntrusted !== inTheEnd.newlyUntrusted || atOnce.worse !== inTheEnd.worse;
  const refusal = isTooMuch(trial)
    ? [
        `An apply refuses: at most ${allowed} may become untrusted (5 %), unless --allow-untrusted ${inTheEnd.newlyUntrusted} says so.`,
      ]
    : [];
  return [
    ...diffLines(diff),
    '',
    ...(isPutOff
      ? [
          'At once:',
          ...effectLines({ ...atOnce, flips: [], groups: [], checks: [] }),
          'When hold, grace and break-glass have run out and nothing is mended:',
        ]
      : []),
    ...effectLines(inTheEnd),
    ...refusal,
  ];
}
