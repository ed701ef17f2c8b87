import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogSync, type LogSync } from './log-sync.ts';

let dir: string;
let file: string;
let log: LogSync;
let told: [transactions: number, error: string | null][];
let syncs: ((error: Error | null) => void)[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-log-sync-'));
  file = join(dir, 'assay.db-wal');
  writeFileSync(file, 'frames');
  told = [];
  syncs = [];
});
afterEach(() => {
  log.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Each of its syncs ends when the test says so. */
const open = () =>
  createLogSync(
    file,
    (transactions, error) => told.push([transactions, error?.message ?? null]),
    (_handle, done) => syncs.push(done),
  );

it('tells of a transaction once the file is on the disk', async () => {
  const durable = new Promise((resolve) => {
    log = createLogSync(file, (...words) => resolve(words));
  });
  log.committed();
  expect(await durable).toEqual([1, null]);
});

it('takes what is committed during a sync with the next one, for that one may have come too early', () => {
  log = open();
  log.committed();
  log.committed();
  log.committed();
  expect([syncs.length, told]).toEqual([1, []]);
  syncs[0]?.(null);
  expect([syncs.length, told]).toEqual([2, [[1, null]]]);
  syncs[1]?.(new Error('i/o error'));
  expect([syncs.length, told.at(-1)]).toEqual([2, [2, 'i/o error']]);
});

it('needs no sync of its own where a transaction follows that waits for the disk', () => {
  vi.useFakeTimers();
  try {
    log = open();
    log.synced();
    log.committed();
    log.committed();
    expect([syncs.length, told]).toEqual([0, []]);
    expect(log.isWaiting).toBe(true);
    log.synced();
    expect([syncs.length, told]).toEqual([0, [[2, null]]]);
    expect(log.isWaiting).toBe(false);

    log.committed();
    vi.advanceTimersByTime(1000);
    expect([syncs.length, told.length]).toEqual([1, 1]);
    log.committed();
    // Of the first a sync is under way, and it is on the disk before that ends: it is told of once.
    log.synced();
    expect(told.at(-1)).toEqual([2, null]);
    syncs[0]?.(new Error('too late to matter'));
    expect([syncs.length, told.length]).toEqual([1, 2]);
  } finally {
    vi.useRealTimers();
  }
});
