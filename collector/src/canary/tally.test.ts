import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { createTally } from './tally.ts';

const HOUR = 3_600_000;
let dir: string;
let store: Store;
let now: number;
const clock = { now: () => now };

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-tally-'));
  store = await openSqliteStore(join(dir, 'assay.db'));
  now = Date.UTC(2026, 0, 5, 12);
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

const counts = (tally: ReturnType<typeof createTally>) =>
  tally.windows().map(({ probes, good, failed }) => [probes, good, failed]);

it('counts at once, and the same after it was stored and after a restart', async () => {
  const tally = createTally(store, clock);
  tally.count('good');
  tally.count('slow');
  tally.count('failed');
  const all = [3, 1, 1];
  expect(counts(tally)).toEqual([all, all, all]);
  await tally.save();
  expect(counts(tally)).toEqual([all, all, all]);
  tally.count('good');
  expect(counts(tally)[0]).toEqual([4, 2, 1]);
  await tally.save();
  const next = createTally(store, clock);
  await next.save();
  expect(counts(next)).toEqual(counts(tally));
});

it('forgets what a window no longer reaches', async () => {
  const tally = createTally(store, clock);
  tally.count('failed');
  await tally.save();
  now += 2 * HOUR;
  tally.count('good');
  await tally.save();
  expect(counts(tally)).toEqual([
    [1, 1, 0],
    [2, 1, 1],
    [2, 1, 1],
  ]);
  now += 40 * 24 * HOUR;
  await tally.save();
  expect(counts(tally)).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

it('keeps counting while the store fails, and stores all of it once it works again', async () => {
  let fails = true;
  const failing: Pick<Store, 'addProbes' | 'probesSince' | 'pruneCanary'> = {
    ...store,
    addProbes: (tally) => (fails ? Promise.reject(new Error('disk full')) : store.addProbes(tally)),
  };
  const tally = createTally(failing, clock);
  tally.count('good');
  await expect(tally.save()).rejects.toThrow('disk full');
  now += 10 * 60_000;
  tally.count('failed');
  await expect(tally.save()).rejects.toThrow('disk full');
  expect(counts(tally)[0]).toEqual([2, 1, 1]);
  fails = false;
  await tally.save();
  expect(counts(tally)[0]).toEqual([2, 1, 1]);
  const next = createTally(store, clock);
  await next.save();
  expect(counts(next)[0]).toEqual([2, 1, 1]);
});

it('counts nothing twice, and nothing of the future, when the clock is set back', async () => {
  const tally = createTally(store, clock);
  tally.count('good');
  await tally.save();
  now -= 30 * 60_000;
  tally.count('failed');
  await tally.save();
  expect(counts(tally)[0]).toEqual([1, 0, 1]);
  now += 30 * 60_000;
  await tally.save();
  expect(counts(tally)[0]).toEqual([2, 1, 1]);
});
