import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const MAIN = new URL('../main.ts', import.meta.url).pathname;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-running-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (env: Record<string, string>) =>
  spawnSync(process.execPath, [MAIN, 'run', '--state-dir', dir], {
    ...{ encoding: 'utf8', env: { ...process.env, ...env } },
  });

it('takes a variable that is empty for one that is not there, and any other for what it says', () => {
  const empty = run({ ASSAY_LOG_LEVEL: '', ASSAY_JOURNAL_MAX_BYTES: '', ASSAY_UPDATE_PIN: '' });
  expect(empty.stderr).toContain('not_enrolled');
  expect(empty.status).toBe(1);
  expect(run({ ASSAY_LOG_LEVEL: 'loud' }).status).toBe(2);
});
