import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SIGNAL_NAMES } from '@assay/shared';
import { fieldsOf, SIGNAL_CATALOG } from '@assay/shared/signal-catalog';
import { expect, it } from 'vitest';

const MAIN = new URL('../main.ts', import.meta.url).pathname;
const run = (...args: string[]) =>
  execFileSync(process.execPath, [MAIN, 'privacy', ...args], { encoding: 'utf8' });

it('prints every field that can be sent and, for each signal, what is never looked at', () => {
  const text = run();
  for (const signal of SIGNAL_NAMES) {
    for (const { path, meaning } of fieldsOf(signal))
      expect(text).toMatch(new RegExp(`${path} +${meaning.slice(0, 10)}`));
    expect(text).toContain(`never looked at: ${SIGNAL_CATALOG[signal].neverLookedAt}`);
  }
});

it('prints the same for machines', () => {
  const { signals, programs } = JSON.parse(run('--json'));
  expect(signals).toHaveLength(SIGNAL_NAMES.length);
  expect(signals[0]).toMatchObject({ signal: 'os', fields: fieldsOf('os') });
  for (const path of programs) expect(path).toMatch(/^(\/|[A-Z]:\\)/);
});

it.runIf(process.platform === 'linux')('prints each place that a program may be run from', () => {
  const { programs } = JSON.parse(run('--json'));
  expect(programs).toEqual(expect.arrayContaining(['/usr/bin/dnf5', '/usr/bin/dnf', '/usr/bin/mdatp']));
});

it('ends as usual where its reader has had enough', async () => {
  const child = spawn(process.execPath, [MAIN, 'privacy'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const complaints: Buffer[] = [];
  child.stderr.on('data', (piece: Buffer) => complaints.push(piece));
  const [code] = await once(child, 'close');
  expect({ code, said: Buffer.concat(complaints).toString() }).toEqual({ code: 0, said: '' });
});
