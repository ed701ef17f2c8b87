import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeChange, makeDelivery } from '../../publish/test-doubles.ts';
import type { Store } from '../store.ts';
import { makeCommit, makeNewDevice } from '../test-records.ts';
import { openForReading } from './database.ts';
import { openSqliteStore } from './sqlite-store.ts';

const AT = Date.UTC(2026, 0, 5);
const MINUTE = 60_000;
let dir: string;
let store: Store;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-canary-store-'));
  store = await openSqliteStore(join(dir, 'assay.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

function keep(): Promise<string> {
  const { keyId, publicKey, keyAlgorithm } = makeNewDevice('');
  const device = { hostname: 'canary', agentVersion: '0.1.0', at: AT };
  return store.keepCanary({ id: randomUUID(), keyId, publicKey, keyAlgorithm, ...device });
}

it('makes one device, and gives it another key when asked again', async () => {
  expect(await store.canaryId()).toBeNull();
  const id = await keep();
  const before = await store.device(id);
  expect(await keep()).toBe(id);
  expect(await store.canaryId()).toBe(id);
  const after = await store.device(id);
  expect(after?.record).toMatchObject({ canary: true, state: 'active', owner: null, groups: [] });
  expect(after?.record.keyId).not.toEqual(before?.record.keyId);
});

it('leaves no token, no target and no device for anybody to see', async () => {
  await keep();
  expect(await store.enrollmentTokens()).toEqual([]);
  expect(await store.targets()).toEqual([]);
  expect(await store.devices({ search: '', tier: null, limit: 10, after: null })).toEqual({
    devices: [],
    total: 0,
    tiers: { trusted: 0, limited: 0, untrusted: 0, unjudged: 0 },
  });
  const newcomer = makeNewDevice('');
  expect(await store.enroll({ ...newcomer, tokenHash: Buffer.alloc(0) })).toEqual({
    result: 'token_expired',
  });
});

it('lets go of what its probes left behind, but for what holds now', async () => {
  const id = await keep();
  for (let number = 1; number <= 300; number++) {
    const commit = makeCommit(id, number, number % 2 === 0 ? 100 : 0);
    const at = AT + number * MINUTE;
    const change = makeChange({ at });
    const delivery = makeDelivery({ targetId: 'canary', deviceId: id, change });
    await store.appendCommit({ ...commit, at, change, isNewPosture: true, deliveries: [delivery] });
    const answer = { result: 'accepted', status: 202, detail: '' } as const;
    const ids = { deliveryId: delivery.id, targetId: 'canary', deviceId: id };
    const done = { attempt: 1, at, durationMs: 1, answer, state: 'delivered', nextAttemptAt: null } as const;
    await store.recordAttempt({ ...ids, ...done });
  }
  const db = openForReading(join(dir, 'assay.db'));
  const rows = () =>
    ['evidence', 'postures', 'assessments', 'deliveries', 'delivery_attempts'].map(
      (table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
    );
  expect(rows().every((count) => count >= 200)).toBe(true);
  await store.pruneCanary({ before: AT + 295 * MINUTE, countsBefore: 0 });
  // Reports go by groups of a full one and its deltas.
  expect(rows().every((count) => count >= 1 && count <= 160)).toBe(true);
  const device = await store.device(id);
  expect(device?.newest?.number).toBe(300);
  db.close();
});
