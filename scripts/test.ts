import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summarize } from './test/summary.ts';

// Runs the tests, says by name what could not run here, and ends with one plain line of counts. Arguments go to
// vitest: npm test -- agent

const root = join(import.meta.dirname, '..');
const dir = mkdtempSync(join(tmpdir(), 'assay-test-'));
const report = join(dir, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const child = spawn(
  process.execPath,
  [
    vitest,
    'run',
    '--config=test/vitest.config.ts',
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'));
const [code] = await once(child, 'exit');

const { leftOut, slow, packages, counts } = summarize(report, { root, ok: code === 0 });
rmSync(dir, { recursive: true });
if (leftOut.length > 0) {
  process.stdout.write(`\nNot run on this machine:\n${leftOut.map((line) => `  ${line}\n`).join('')}`);
}
if (packages.length > 0) process.stdout.write(`To run them: apt-get install ${packages.join(' ')}\n`);
if (slow.length > 0) {
  process.stdout.write(
    `\nOut of time at first, passed when tried again:\n${slow.map((line) => `  ${line}\n`).join('')}`,
  );
}
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
