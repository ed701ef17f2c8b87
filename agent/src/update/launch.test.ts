import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import { launch } from './launch.ts';
import { loadUpdateState, saveUpdateState } from './update-state.ts';

let dir: PrivateDir;
beforeEach(() => {
  dir = openPrivateDir(mkdtempSync(join(tmpdir(), 'assay-launch-')));
});
afterEach(() => rmSync(dir.path, { recursive: true }));

const launchWith = (pin: string | null) =>
  launch({
    ...{ dir, pin, args: [], trialMs: 1000, giveSigns: () => () => {}, now: () => 0 },
    log: pino({ level: 'silent' }),
    stop: new AbortController().signal,
  });

test('a version on trial is not tried any more once IT holds the device at another one', async () => {
  const trial = { version: '7.2.0', crashes: 0, starts: 1 };
  saveUpdateState(dir, { ...loadUpdateState(dir), trial });
  expect(await launchWith('7.1.0')).toBe(false);
  expect(loadUpdateState(dir)).toMatchObject({ current: null, trial: null, failed: {} });

  // The pinned one is: that its program is not there is its failure.
  saveUpdateState(dir, { ...loadUpdateState(dir), trial });
  expect(await launchWith('7.2.0')).toBe(false);
  expect(loadUpdateState(dir)).toMatchObject({ trial: null, failed: { '7.2.0': { times: 1 } } });
});
