import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogSync, type LogSync } from './log-sync.ts';

let dir: string;
let file: string;
let log: LogSync;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-log-sync-'));
  file = join(dir, 'assay.db-wal');
  writeFileSync(file, 'frames');
});
afterEach(() => {
  log.close();
  rmSync(dir, { recursive: true, force: true });
});

it('tells of a transaction once the file is on the disk', async () => {
  const durable = new Promise((resolve) => {
    log = createLogSync(file, (...told) => resolve(told));
  });
  log.committed();
  expect(await durable).toEqual([1, null]);
});

it('takes what is committed during a sync with the next one, for that one may have come too early', () => {
  const told: [number, string | undefined][] = [];
  const syncs: ((error: Error | null) => void)[] = [];
  log = createLogSync(
    file,
    (transactions, error) => told.push([transactions, error?.message]),
    (_handle, done) => syncs.push(done),
  );
  log.committed();
  log.committed();
  log.committed();
  expect([syncs.length, told]).toEqual([1, []]);
  syncs[0]?.(null);
  expect([syncs.length, told]).toEqual([2, [[1, undefined]]]);
  syncs[1]?.(new Error('i/o error'));
  expect([syncs.length, told.at(-1)]).toEqual([2, [2, 'i/o error']]);
});
