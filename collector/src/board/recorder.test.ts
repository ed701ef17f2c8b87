import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment, CheckResult } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { makeCommit } from '../store/test-records.ts';
import { DAY_MS, HOUR_MS } from './look.ts';
import { createCoverageRecorder } from './recorder.ts';

const NOON = Date.UTC(2026, 0, 5, 12);
const ALL = { since: 0, until: Number.MAX_SAFE_INTEGER };
let dir: string;
let store: Store;
let now: number;
let counted: string[];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-board-'));
  store = await openSqliteStore(join(dir, 'assay.db'));
  now = NOON;
  counted = [];
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

const recorder = (on: Pick<Store, keyof Store> = store) =>
  createCoverageRecorder({
    ...{ store: on, clock: { now: () => now }, keepDays: 400 },
    watcher: {
      told: (isFresh) => void counted.push(isFresh ? 'fresh' : 'stale'),
      mended: (check, afterMs) => void counted.push(`${check} ${afterMs}`),
    },
    onError(error) {
      throw error;
    },
  });

function assessed(
  outcome: CheckResult['outcome'],
  failingSince: number | null,
  validFor = DAY_MS,
): Assessment {
  const { assessment } = makeCommit('device', 1);
  const check: CheckResult = {
    ...{ check: 'disk', title: '', outcome, required: true, worth: 100, points: 0, signals: [], since: now },
    ...{ explain: '', remedy: '' },
    ...(failingSince === null ? {} : { failing: { since: failingSince, enforcedFrom: null } }),
  };
  return { ...assessment, assessedAt: now, validUntil: now + validFor, checks: [check] };
}
const hours = async () => (await store.coverageHours(ALL)).map(({ hour }) => (hour - NOON) / HOUR_MS);

describe('what is recorded of the fleet', () => {
  it('has one look for each hour in which somebody looked, and none for the others', async () => {
    const first = recorder();
    await first.look();
    now += 40 * 60_000;
    await first.look();
    await first.stop();
    now += 5 * HOUR_MS;
    const second = recorder();
    await second.look();
    expect(await hours()).toEqual([0, 5]);
  });

  it('forgets looks of hours that have not come, once the clock is set back', async () => {
    const one = recorder();
    await one.look();
    now += 30 * DAY_MS;
    await one.look();
    now = NOON + HOUR_MS;
    await one.look();
    expect(await hours()).toEqual([0, 1]);
  });

  it('keeps each hour for some weeks, and of days before that the last look', async () => {
    const one = recorder();
    for (const at of [0, 1, 2, 24, 25]) {
      now = NOON + at * HOUR_MS;
      await one.look();
    }
    now = NOON + 37 * DAY_MS;
    await one.look();
    expect(await hours()).toEqual([2, 25, 37 * 24]);
    now = NOON + 500 * DAY_MS;
    await one.look();
    expect(await hours()).toEqual([500 * 24]);
  });

  it('counts what is mended and told, and on what evidence, also over a restart', async () => {
    const one = recorder();
    one.judged(null, assessed('fail', NOON), true);
    now += HOUR_MS;
    one.judged(assessed('fail', NOON), assessed('pass', null), true);
    one.judged(assessed('pass', null), assessed('unknown', null, 0), true);
    one.judged(assessed('pass', null), assessed('pass', null), false);
    await one.stop();
    const two = recorder();
    two.judged(assessed('fail', NOON - HOUR_MS), assessed('pass', null), true);
    await two.stop();
    expect(await store.coverageEvents(ALL)).toEqual([
      { hour: NOON, told: 1, toldFresh: 1, mended: {} },
      { hour: NOON + HOUR_MS, told: 3, toldFresh: 2, mended: { disk: { count: 2, sumMs: 3 * HOUR_MS } } },
    ]);
    expect(counted).toEqual(['fresh', 'fresh', `disk ${HOUR_MS}`, 'stale', 'fresh', `disk ${2 * HOUR_MS}`]);
  });

  it('is never less than nothing when the clock was set back in between', async () => {
    const one = recorder();
    one.judged(assessed('fail', NOON + HOUR_MS), assessed('pass', null), true);
    await one.stop();
    const [event] = await store.coverageEvents(ALL);
    expect(event?.mended).toEqual({ disk: { count: 1, sumMs: 0 } });
  });

  it('is kept in memory while it cannot be stored', async () => {
    let fails = true;
    const one = recorder({
      ...store,
      addCoverageEvents: (events) =>
        fails ? Promise.reject(new Error('disk full')) : store.addCoverageEvents(events),
    });
    one.judged(null, assessed('fail', NOON), true);
    await expect(one.save()).rejects.toThrow('disk full');
    one.judged(assessed('fail', NOON), assessed('pass', null), true);
    fails = false;
    await one.save();
    await one.save();
    expect(await store.coverageEvents(ALL)).toEqual([
      { hour: NOON, told: 2, toldFresh: 2, mended: { disk: { count: 1, sumMs: 0 } } },
    ]);
  });
});
