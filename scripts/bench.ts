import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { runAll } from '../test/bench/all.ts';
import { type BenchResult, type BenchRun, machineFacts, type Scenario } from '../test/bench/harness.ts';
import { formatComparison, formatResult, toRun } from '../test/bench/print.ts';
import { inForeground } from './start/foreground.ts';

// Finds the benchmarks of test/bench/scenarios by their names and runs one of them, or all.

const DIRECTORY = join(import.meta.dirname, '../test/bench/scenarios');

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('expected a whole number from 1 up');
  return count;
}

const readRun = (file: string): BenchRun => toRun(JSON.parse(readFileSync(file, 'utf8')));
const writeJson = (file: string, value: unknown) =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
const jsonOption = () => new Option('--json <file>', 'also write the result there');

const scenarios = new Map<string, Scenario>();
for (const file of readdirSync(DIRECTORY).filter((name) => name.endsWith('.ts'))) {
  const { scenario } = (await import(join(DIRECTORY, file))) as { scenario: Scenario };
  scenarios.set(file.slice(0, -'.ts'.length), scenario);
}

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
    process.stdout.write(formatComparison(readRun(a), readRun(b)));
  });

program
  .command('all')
  .description('every scenario, one after the other and shorter than alone: some 15 minutes')
  .addOption(jsonOption())
  .addOption(new Option('--only <names...>', 'these alone').choices([...scenarios.keys()]))
  .action(({ json, only }: { json?: string; only?: string[] }) =>
    inForeground(async (job) => {
      const names = only ?? [...scenarios.keys()];
      const run = await runAll(
        names.map((name) => ({ name, quick: scenarios.get(name)?.quick ?? {} })),
        { script: import.meta.filename, atEnd: job.atEnd },
      );
      if (json) writeJson(json, run);
      for (const { scenario, error } of run.failed) process.stderr.write(`${scenario} failed: ${error}\n`);
      await job.end(run.failed.length === 0 ? 0 : 1);
    }),
  );
for (const [name, scenario] of scenarios) program.addCommand(toCommand(name, scenario));

function toCommand(name: string, scenario: Scenario): Command {
  const command = new Command(name).description(scenario.summary).addOption(jsonOption());
  for (const [option, { default: fallback, help }] of Object.entries(scenario.options)) {
    command.addOption(
      fallback === false
        ? new Option(`--${option}`, help).default(false)
        : new Option(`--${option} <n>`, help).default(fallback).argParser(parseCount),
    );
  }
  return command.action(({ json, ...options }: { json?: string } & Record<string, number | boolean>) =>
    inForeground(async (job) => {
      const startedAt = new Date().toISOString();
      const machine = machineFacts();
      const progress = (text: string) => process.stderr.write(`${name}: ${text}\n`);
      const figures = await scenario.run(options, { progress, atEnd: job.atEnd });
      const result: BenchResult = { scenario: name, startedAt, machine, options, figures };
      process.stdout.write(formatResult(result));
      if (json) writeJson(json, result);
      await job.end(0);
    }),
  );
}

await program.parseAsync();
