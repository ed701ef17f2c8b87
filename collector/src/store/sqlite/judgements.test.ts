import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeChange, makeDelivery } from '../../publish/test-doubles.ts';
import type { KeptJudgement } from '../judgements.ts';
import type { Store } from '../store.ts';
import { makeCommit, makeNewDevice, newToken } from '../test-records.ts';
import { openForReading } from './database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 0, 5);
const TARGET = 'target';

let dir: string;
let file: string;
let store: Store;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-judgements-'));
  file = join(dir, 'assay.db');
  store = await openSqliteStore(file);
  await store.createTarget({ id: TARGET, name: 'receiver', kind: 'ssf', config: {}, createdAt: AT });
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

async function enroll(): Promise<string> {
  const device = makeNewDevice(await newToken(store));
  await store.enroll(device);
  return device.id;
}

/** As large as a real one, most of which the next one repeats. */
const judgementOf = (number: number): KeptJudgement => ({
  basis: {
    checks: Array.from({ length: 12 }, (_, i) => ({
      check: `check-${i}`,
      outcome: 'pass',
      since: AT + i * 977,
    })),
    now: AT + number * HOUR,
  } as never,
  digest: Buffer.alloc(32, number),
});

const changeOf = (deviceId: string, number: number) =>
  makeChange({
    ...{ at: AT + number * HOUR, cause: { kind: 'device', text: `because of ${number}` } },
    subject: { ...makeChange().subject, deviceId },
  });

/** A judgement of report `number`, told to one target in two events. */
async function judge(deviceId: string, number: number): Promise<string[]> {
  const change = changeOf(deviceId, number);
  const deliveries = [1, 2].map(() =>
    makeDelivery({ targetId: TARGET, deviceId, change, createdAt: change.at }),
  );
  const commit = { ...makeCommit(deviceId, number), at: change.at, change, deliveries };
  await store.appendCommit({ ...commit, judgement: judgementOf(number) });
  return deliveries.map(({ id }) => id);
}

/** One figure of what is in the file. */
const find = (select: string): number => {
  const db = openForReading(file);
  const found = db.prepare(`SELECT ${select}`).pluck().get() as number;
  db.close();
  return found;
};

describe('the judgements of a device', () => {
  it('are given back whole, and take a fraction of their bytes', async () => {
    const id = await enroll();
    for (let number = 1; number <= 60; number++) await judge(id, number);
    for (let number = 1; number <= 60; number++) {
      const found = await store.judgementAt({ deviceId: id, at: AT + number * HOUR });
      expect(found).toMatchObject({ change: changeOf(id, number), policy: 'sha256:00' });
      expect(found?.kept?.basis).toEqual(judgementOf(number).basis);
    }
    const text = JSON.stringify([changeOf(id, 1), judgementOf(1).basis]).length;
    const stored =
      find('sum(length(body)) FROM assessments') + find('sum(length(body)) FROM judgement_texts');
    expect(stored).toBeLessThan((60 * text) / 8);
  });

  it('are told without a copy of their text, and a copy is kept where the judgement goes first', async () => {
    const id = await enroll();
    const ids = [await judge(id, 1), await judge(id, 2)];
    await judge(id, 3);
    expect(find('max(length(change)) FROM deliveries')).toBe(0);
    const [done] = ids[0] as [string];
    const answer = { result: 'accepted', status: 202, detail: '' } as const;
    const attempt = {
      attempt: 1,
      at: AT + HOUR,
      durationMs: 1,
      answer,
      state: 'delivered',
      nextAttemptAt: null,
    } as const;
    await store.recordAttempt({ deliveryId: done, targetId: TARGET, deviceId: id, ...attempt });
    // The judgements of the first two hours go, and of what was told of them only what was delivered.
    await store.pruneHistory({ after: '', before: AT + 4 * HOUR, limit: 10 });
    expect(find('count(*) FROM assessments')).toBe(1);
    const pending = await store.pendingDeliveries({ targetId: TARGET, limit: 10 });
    const told = pending.filter(({ id: delivery }) => ids.flat().includes(delivery));
    expect(told.map(({ change }) => change.cause.text).sort()).toEqual([
      'because of 1',
      'because of 2',
      'because of 2',
    ]);
    const again = await store.requeueDelivery({ id: ids[1]?.[0] ?? '', at: AT + 5 * HOUR });
    expect(again).toMatchObject({ change: changeOf(id, 2) });
  });

  it('leave no text behind that none of them needs', async () => {
    const id = await enroll();
    for (let number = 1; number <= 5; number++) await judge(id, number);
    const other = { ...makeCommit(id, 6), at: AT + 6 * HOUR, change: changeOf(id, 6) };
    const unlike = {
      basis: { words: Array.from({ length: 300 }, (_, i) => i * i * 7919) } as never,
      digest: Buffer.alloc(32),
    };
    await store.appendCommit({ ...other, judgement: unlike });
    expect(find('count(*) FROM judgement_texts')).toBe(2);
    await store.pruneHistory({ after: '', before: AT + 7 * HOUR, limit: 10 });
    expect(find('count(*) FROM judgement_texts')).toBe(1);
    expect((await store.judgementAt({ deviceId: id, at: AT + 9 * HOUR }))?.kept?.basis).toEqual(unlike.basis);
  });
});

it('a database of schema 9 keeps its judgements and what is still to be told', async () => {
  const old = new Database(join(dir, 'old.db'));
  const migrations = join(import.meta.dirname, 'migrations');
  for (const name of readdirSync(migrations).sort().slice(0, 9)) {
    old.exec(readFileSync(join(migrations, name), 'utf8'));
  }
  old.pragma('user_version = 9');
  const [device, delivery] = ['a4c1f6a2-0000-7000-8000-000000000001', 'b4c1f6a2-0000-7000-8000-000000000001'];
  const change = changeOf(device, 1);
  const { basis, digest } = judgementOf(1);
  old.exec(`INSERT INTO enrollment_tokens VALUES ('t', x'00', 0, 0, 1, 0, NULL, '[]', 0, 'quarantine');
    INSERT INTO targets VALUES ('${TARGET}', 'receiver', 'ssf', '{}', 0, NULL);
    INSERT INTO devices (id, ref, platform, hostname, virtual, groups, state, state_at, on_conflict, enrolled_at,
      token_id, key_id, public_key, key_algorithm, key_storage, agent_version)
    VALUES ('${device}', 1, 'linux', 'ada', 0, '[]', 'active', 0, 'quarantine', 0, 't', x'01', x'02', 'ES256', 'file', '1');
    INSERT INTO progress (device) VALUES (1)`);
  const insert =
    old.prepare(`INSERT INTO assessments (device_id, at, report_number, score, tier, policy, change, basis, digest)
    VALUES (?, ?, ?, 40, 'untrusted', 'sha256:00', ?, ?, ?)`);
  insert.run(device, AT, 0, JSON.stringify(change), null, null);
  insert.run(device, AT + HOUR, 1, JSON.stringify(change), JSON.stringify(basis), digest);
  old
    .prepare(`INSERT INTO deliveries (id, target_id, device_id, event, tier, change, created_at, state, next_attempt_at)
      VALUES (?, '${TARGET}', ?, 'e', 'untrusted', ?, 1, 'queued', 1)`)
    .run(delivery, device, JSON.stringify(change));
  old.close();

  const brought = await openSqliteStore(join(dir, 'old.db'));
  const judged = { deviceId: device, score: 40, tier: 'untrusted', policy: 'sha256:00', change };
  expect(await brought.judgementAt({ deviceId: device, at: AT + 1 })).toEqual({
    ...judged,
    at: AT,
    kept: null,
  });
  const second = await brought.judgementAt({ deviceId: device, at: AT + 2 * HOUR });
  expect({
    ...second,
    kept: second?.kept && { ...second.kept, digest: Buffer.from(second.kept.digest) },
  }).toEqual({
    ...judged,
    ...{ at: AT + HOUR, kept: { basis, digest } },
  });
  const [pending] = await brought.pendingDeliveries({ targetId: TARGET, limit: 9 });
  expect(pending).toMatchObject({ id: delivery, change });
  await brought.close();
});
