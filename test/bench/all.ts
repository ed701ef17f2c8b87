import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type BenchResult, type BenchRun, machineFacts } from './harness.ts';

/** A scenario that takes longer hangs. */
const LONGEST_MS = 8 * 60_000;

/** A scenario, with the options that it is to be given. */
export interface Planned {
  name: string;
  quick: Readonly<Record<string, number | boolean | undefined>>;
}

/**
 * Runs scenarios one after the other, each in a process of its own: what one leaves in memory is not seen in the next,
 * and one that fails or hangs takes nothing of the others with it.
 * @param script the command that runs a single scenario
 */
export async function runAll(
  planned: readonly Planned[],
  { script, atEnd }: { script: string; atEnd: Bench['atEnd'] },
): Promise<BenchRun> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bench-all-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const run: BenchRun = {
    startedAt: new Date().toISOString(),
    machine: machineFacts(),
    results: [],
    failed: [],
  };
  for (const [i, { name, quick }] of planned.entries()) {
    const since = performance.now();
    process.stderr.write(`\n[${i + 1}/${planned.length}] ${name}\n`);
    const json = join(dir, `${name}.json`);
    const options = Object.entries(quick).flatMap(([option, value]) =>
      typeof value === 'boolean' ? (value ? [`--${option}`] : []) : [`--${option}`, String(value)],
    );
    const error = await runOne([script, name, '--json', json, ...options], atEnd);
    if (existsSync(json)) run.results.push(JSON.parse(readFileSync(json, 'utf8')) as BenchResult);
    else run.failed.push({ scenario: name, error: error ?? 'it left no result' });
    process.stderr.write(`${name} took ${Math.round((performance.now() - since) / 1000)} s\n`);
  }
  return run;
}

/** @returns what went wrong, or null */
async function runOne(args: string[], atEnd: Bench['atEnd']): Promise<string | null> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  atEnd(async () => {
    // SIGTERM: it stops what it started itself.
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGTERM');
  }, LONGEST_MS);
  const [code] = await ended;
  clearTimeout(timer);
  if (late) return `it took longer than ${LONGEST_MS / 60_000} minutes`;
  return code === 0 ? null : `it ended with exit code ${code}`;
}
