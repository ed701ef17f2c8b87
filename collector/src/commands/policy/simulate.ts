import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { diffLines, effectLines, unshownLines } from './effect-words.ts';
import { readChecked } from './source.ts';
import { runTrial } from './trial.ts';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `policy simulate`: what would have been, on stored evidence. */
export const simulateCommand = () =>
  new Command('simulate')
    .description('replay stored evidence under a policy: who would have changed tier, and why')
    .argument('<file>')
    .addOption(
      new Option('--since <time>', 'as in 30d, 12h or 2026-11-01')
        .argParser(parseSince)
        .default(30 * UNIT_MS.d, '30d'),
    )
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (file, { since: ago, json, ...place }) => {
      const { source } = readChecked(file);
      const since = ago > SOME_YEARS_MS ? ago : Date.now() - ago;
      const trial = { kind: 'simulation' as const, source: source.text, since };
      const state = await runTrial(createApiClient(place), trial, 'Simulating');
      if (json || !state.simulation || !state.diff) {
        process.stdout.write(`${JSON.stringify(state)}\n`);
        return;
      }
      const { effect, postures, unshown } = state.simulation;
      const head = `Since ${new Date(since).toISOString()}, on ${postures.toLocaleString('en')} distinct reports, in ${state.seconds?.toFixed(1)} s:`;
      const lines = [...diffLines(state.diff), '', head, ...effectLines(effect), ...unshownLines(unshown)];
      process.stdout.write(`${lines.join('\n')}\n`);
    });

// A span is shorter, a date is later.
const SOME_YEARS_MS = 20 * 365 * UNIT_MS.d;

function parseSince(text: string): number {
  const span = /^([1-9]\d{0,4})([mhd])$/.exec(text);
  if (span) return Number(span[1]) * UNIT_MS[span[2] as keyof typeof UNIT_MS];
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new InvalidArgumentError('expected 30d, 12h, 45m or a date as in 2026-11-01');
  return at;
}
