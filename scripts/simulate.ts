import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { formatNumber } from '../test/bench/print.ts';
import { createProgress } from '../test/simulator/progress-bar.ts';
import { runScenario, type SimulatorRun } from '../test/simulator/run-scenario.ts';
import type { SimulatorScenario } from '../test/simulator/scenario.ts';
import { inForeground } from './start/foreground.ts';

// A simulated fleet against a collector of its own: npm run simulate -- --agents 1000 --scenario change-storm

const DIRECTORY = join(import.meta.dirname, '../test/simulator/scenarios');

const scenarios = new Map<string, SimulatorScenario>();
for (const file of readdirSync(DIRECTORY)) {
  const { scenario } = (await import(join(DIRECTORY, file))) as { scenario: SimulatorScenario };
  scenarios.set(file.slice(0, -'.ts'.length), scenario);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('expected a whole number from 1 up');
  return count;
}

const list = [...scenarios].map(([name, { summary }]) => `  ${name.padEnd(17)}${summary}`).join('\n');

new Command('npm run simulate --')
  .description('Plays a scenario with thousands of simulated agents against a collector of its own.')
  .addOption(new Option('--scenario <name>', 'what happens').choices([...scenarios.keys()]).default('steady'))
  .addOption(new Option('--agents <n>', 'how many').argParser(parseCount).default(1000))
  .addOption(new Option('--seconds <n>', 'how long its main part goes on').argParser(parseCount).default(20))
  .addOption(new Option('--seed <n>', 'the same seed is the same fleet').argParser(parseCount).default(1))
  .addOption(new Option('--json <file>', 'also write the result there'))
  .addHelpText(
    'after',
    `\nScenarios:\n${list}\n\nExit code: 0 all expectations held; 1 one did not, or it could not run; 2 wrong usage.`,
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(({ scenario: name, json, agents, seconds, seed }) =>
    inForeground(async (job) => {
      const scenario = scenarios.get(name) as SimulatorScenario;
      const progress = createProgress(process.stderr);
      const run = await runScenario(scenario, { name, agents, seconds, seed, progress, atEnd: job.atEnd });
      process.stdout.write(formatRun(run));
      if (json) writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`);
      await job.end(run.expectations.every(({ held }) => held) ? 0 : 1);
    }),
  )
  .parse();

function formatRun({
  scenario,
  agents,
  seed,
  figures,
  expectations,
  simulator,
  collector,
}: SimulatorRun): string {
  const rows = Object.entries(figures).map(([name, value]) => `  ${name.padEnd(28)}${formatNumber(value)}`);
  const marks = expectations.map(({ what, held }) => `  ${held ? '✓' : '✗'} ${what}`);
  return `
${scenario}: ${agents} agents, seed ${seed}

${rows.join('\n')}

${marks.join('\n')}

  collector  ${formatNumber(collector.cpu_s)} s of CPU, ${formatNumber(collector.rss_mb)} MB
  simulator  ${formatNumber(simulator.cpu_s)} s of CPU, ${formatNumber(simulator.rss_mb)} MB, on the same machine
`;
}
