import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

// What takes too long for every commit: a million random judgements, all of the mutation run, and a fleet of ten thousand that comes back at once.

const root = join(import.meta.dirname, '..');
const RUNS = ['test/properties/run.ts', 'test/mutations/run.ts', 'test/load/run.ts'];

const failed: string[] = [];
for (const run of RUNS) {
  process.stdout.write(`\n${run}\n`);
  const child = spawn(process.execPath, [join(root, run)], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) failed.push(run);
}
process.stdout.write(failed.length === 0 ? '\nall well\n' : `\nfailed: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
