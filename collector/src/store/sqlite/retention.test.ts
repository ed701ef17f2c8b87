import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJoinString } from '@assay/shared';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueToken } from '../../enrollment/issue-token.ts';
import { createRetainer } from '../../retention.ts';
import type { Store } from '../store.ts';
import { makeCommit, makeNewDevice } from '../test-records.ts';
import { openForReading } from './database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 5);

let dir: string;
let store: Store;
let now: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-retention-'));
  store = await openSqliteStore(join(dir, 'assay.db'));
  now = BEGIN;
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

const retainer = (evidence: number, history = 400) =>
  createRetainer(
    { evidence, history },
    store,
    { now: () => now },
    (error) => {
      throw error;
    },
    async () => {},
  );

async function enroll(): Promise<string> {
  const collector = { url: 'https://collector.example:7443', caPin: 'A'.repeat(43) };
  const services = { store, clock: { now: () => BEGIN }, collector };
  const { joinString } = await issueToken({ uses: 1, expiresInS: 86_400 }, services);
  const device = { ...makeNewDevice(parseJoinString(joinString).token), at: BEGIN };
  await store.enroll(device);
  return device.id;
}

const payloadOf = (number: number) => Buffer.from(`report ${number} `.repeat(30));

/** Commits report `number` on a day; `isNew`: it says something that the one before did not. */
async function report(id: string, number: number, day: number, isNew = false): Promise<void> {
  const commit = makeCommit(id, number);
  if (!commit.evidence) throw new Error('a report has evidence');
  const evidence = { ...commit.evidence, payload: payloadOf(number) };
  await store.appendCommit({ ...commit, at: BEGIN + day * DAY, evidence, isNewPosture: isNew });
}

const kept = async (id: string, last: number) => {
  const numbers: number[] = [];
  for (let number = 1; number <= last; number++) {
    const stored = await store.evidence({ deviceId: id, number });
    if (stored) expect(Buffer.from(stored.payload)).toEqual(payloadOf(number));
    if (stored) numbers.push(number);
  }
  return numbers;
};

describe('reports that are older than they are kept', () => {
  it('go, but for the groups that the kept time needs, and all that is left is whole', async () => {
    const id = await enroll();
    // A report a day, so groups begin with 1, 97, 193 and 289.
    for (let number = 1; number <= 300; number++) await report(id, number, number, number === 1);
    now = BEGIN + 301 * DAY;
    expect(await retainer(30).pass()).toMatchObject({ evidence: 192 });
    expect(await kept(id, 300)).toEqual(Array.from({ length: 108 }, (_, i) => 193 + i));
    expect(await retainer(30).pass()).toMatchObject({ evidence: 0 });
    const db = openForReading(join(dir, 'assay.db'));
    expect(db.prepare('SELECT count(*) AS n FROM reports').get()).toEqual({ n: 108 });
    db.close();
  });

  it('stay while they are the last that a device said, however old', async () => {
    const [silent, live] = [await enroll(), await enroll()];
    for (let number = 1; number <= 100; number++) await report(silent, number, 1);
    for (let number = 1; number <= 110; number++) await report(live, number, number * 9);
    now = BEGIN + 1000 * DAY;
    await retainer(1).pass();
    expect(await kept(silent, 100)).toEqual([97, 98, 99, 100]);
    expect((await store.device(silent))?.record.lastNumber).toBe(100);
    expect(Buffer.from((await store.device(live))?.evidence ?? [])).toEqual(payloadOf(110));
    await report(live, 111, 1000);
    expect(await kept(live, 111)).toContain(111);
  });

  it('still tell what a device said when the kept time began', async () => {
    const id = await enroll();
    for (let number = 1; number <= 200; number++) await report(id, number, number, number === 1);
    now = BEGIN + 201 * DAY;
    await retainer(3).pass();
    const [first] = await store.postures({ deviceId: id, since: now - 3 * DAY });
    expect(first?.number).toBe(193);
    expect(Buffer.from(first?.payload ?? [])).toEqual(payloadOf(193));
  });

  it('leave every later report readable, whatever the numbers and days', async () => {
    const steps = fc.array(
      fc.record({ gap: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 0, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 60 }), async (all, days) => {
        const id = await enroll();
        const made: { number: number; day: number }[] = [];
        for (const { gap, days: later } of all) {
          const { number, day } = made.at(-1) ?? { number: 0, day: 1 };
          made.push({ number: number + gap, day: day + later });
        }
        for (const { number, day } of made) await report(id, number, day);
        const end = made.at(-1)?.day ?? 0;
        now = BEGIN + (end + 1) * DAY;
        await retainer(days).pass();
        const left = await kept(id, made.at(-1)?.number ?? 0);
        const young = made.filter(({ day }) => day >= end + 1 - days).map(({ number }) => number);
        expect(left).toEqual(expect.arrayContaining(young));
        // What is left is the end of what there was.
        expect(left).toEqual(made.map(({ number }) => number).slice(-left.length));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

it("a device's past goes with the kept time, but for the verdict that held when it began", async () => {
  const id = await enroll();
  for (const [number, day] of [
    [1, 1],
    [2, 5],
    [3, 20],
    [4, 60],
  ] as const) {
    const commit = makeCommit(id, number, 50 + number);
    const verdict = {
      score: 50 + number,
      tier: 'limited' as const,
      compliant: true,
      since: 0,
      validUntil: 0,
      policy: '',
    };
    const subject = {
      deviceId: id,
      hostname: '',
      platform: 'linux' as const,
      serial: null,
      uuid: null,
      owner: null,
    };
    const at = BEGIN + day * DAY;
    const cause = { kind: 'device' as const, text: '' };
    const change = { subject, previous: null, current: verdict, cause, findings: [], at };
    await store.appendCommit({ ...commit, at, change });
  }
  now = BEGIN + 70 * DAY;
  await retainer(400, 30).pass();
  const rows = await store.history({ deviceId: id, before: now, limit: 100 });
  expect(rows.map(({ score }) => score)).toEqual([54, 53]);
});
