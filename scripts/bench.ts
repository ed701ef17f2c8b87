import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type BenchResult, machineFacts, type Scenario } from '../test/bench/harness.ts';
import { formatComparison, formatResult } from '../test/bench/print.ts';
import { inForeground } from './start/foreground.ts';

// Finds the benchmarks of test/bench/scenarios by their names and runs one of them.

const DIRECTORY = join(import.meta.dirname, '../test/bench/scenarios');

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('expected a whole number from 1 up');
  return count;
}

const readResult = (file: string): BenchResult => JSON.parse(readFileSync(file, 'utf8'));

const program = new Command('npm run bench --')
  .description('Measures Assay against what the machine itself allows.')
  .enablePositionalOptions()
  .addOption(new Option('--compare <files...>', 'print two JSON files of earlier runs side by side'))
  .argument('[scenario]')
  .action((unknown: string | undefined, { compare }: { compare?: string[] }) => {
    const [a, b, ...more] = compare ?? [];
    if (unknown !== undefined) program.error(`there is no scenario "${unknown}": see --help`);
    if (a === undefined || b === undefined || more.length > 0) {
      program.error(`expected a scenario or --compare a.json b.json\n\n${program.helpInformation()}`);
      return;
    }
    process.stdout.write(formatComparison(readResult(a), readResult(b)));
  });

for (const file of readdirSync(DIRECTORY).filter((name) => name.endsWith('.ts'))) {
  const { scenario } = (await import(join(DIRECTORY, file))) as { scenario: Scenario };
  program.addCommand(toCommand(file.slice(0, -'.ts'.length), scenario));
}

function toCommand(name: string, scenario: Scenario): Command {
  const command = new Command(name)
    .description(scenario.summary)
    .addOption(new Option('--json <file>', 'also write the result there'));
  for (const [option, { default: fallback, help }] of Object.entries(scenario.options)) {
    command.addOption(new Option(`--${option} <n>`, help).default(fallback).argParser(parseCount));
  }
  return command.action(({ json, ...options }: { json?: string } & Record<string, number>) =>
    inForeground(async (job) => {
      const startedAt = new Date().toISOString();
      const machine = machineFacts();
      const progress = (text: string) => process.stderr.write(`${name}: ${text}\n`);
      const figures = await scenario.run(options, { progress, atEnd: job.atEnd });
      const result: BenchResult = { scenario: name, startedAt, machine, figures };
      process.stdout.write(formatResult(result));
      if (json) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
      await job.end(0);
    }),
  );
}

await program.parseAsync();
