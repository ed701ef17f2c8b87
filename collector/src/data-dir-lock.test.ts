import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataDir } from './data-dir-lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('keeps a second collector out until the first lets go', () => {
  const letGo = lockDataDir(dir);
  expect(() => lockDataDir(dir)).toThrow(expect.objectContaining({ code: 'data_dir_in_use' }));
  letGo();
  lockDataDir(dir)();
});

it('does not blame another collector for a file that is damaged', () => {
  writeFileSync(join(dir, 'collector.lock'), 'no database '.repeat(100));
  expect(() => lockDataDir(dir)).toThrow(
    expect.objectContaining({
      code: 'data_dir_unusable',
      message: expect.stringContaining('collector.lock'),
    }),
  );
});

it('says so where there is no such directory', () => {
  expect(() => lockDataDir(join(dir, 'gone'))).toThrow(
    expect.objectContaining({ code: 'data_dir_unusable' }),
  );
});
