import { ok, type Signals } from '@assay/shared';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { openTestWorld, type TestWorld } from '../test-world.ts';
import { createReplayer } from './replay.ts';

const START = Date.UTC(2026, 0, 5);
const POLICY = `
policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - { id: firewall, title: F, pass: firewall.enabled, weight: 1, explain: E }
`;

let world: TestWorld;
let id: string;
const firewall = (enabled: boolean, backend = 'nftables'): Signals => ({
  firewall: { ...ok({ enabled, backend, evidence: [] }), observedAt: START },
});

beforeEach(async () => {
  world = await openTestWorld(POLICY, START);
  const { hash, name } = loadPolicy(POLICY, 'test.yaml');
  const activation = { kind: 'applied', by: 'test', reason: 'test', planned: null } as const;
  await world.store.activatePolicy({ version: { hash, name, source: POLICY }, at: START, ...activation });
  id = await world.enroll();
  await world.report(id, firewall(true));
  world.now += 1000;
  await world.report(id, firewall(false));
});
afterEach(() => world.close());

/** What whoever can write into the database does to it while the collector is off. */
async function tampered(sql: string, ...values: unknown[]): Promise<void> {
  const db = new Database(world.file);
  db.prepare(sql).run(...values);
  db.close();
  await world.restart();
}
const replay = (at = START) => createReplayer(world.store).replay(id, at);
const impossible = (why: string) =>
  expect.objectContaining({ code: 'replay_impossible', message: expect.stringContaining(why) });
const OTHERWISE = impossible('report 1 is stored otherwise than the device signed it');

it('makes a verdict again from what the device signed', async () => {
  expect(await replay()).toMatchObject({ isIdentical: true, assessment: { tier: 'trusted' } });
});

it('does not from a report that was changed, though the verdict would be the same', async () => {
  const changed = "replace(hex(bytes), hex('nftables'), hex('nftabled'))";
  await tampered(`UPDATE evidence SET bytes = unhex(${changed}) WHERE number = 1`);
  await expect(replay()).rejects.toEqual(OTHERWISE);
});

it('does not from a report under another signature', async () => {
  await tampered(
    'UPDATE evidence SET signature = (SELECT signature FROM evidence WHERE number = 2) WHERE number = 1',
  );
  await expect(replay()).rejects.toEqual(OTHERWISE);
});

it("does not from another report of the device's in its place, signed as that is", async () => {
  const other = await world.store.evidence({ deviceId: id, number: 2 });
  const put = 'UPDATE evidence SET bytes = ?, signature = ? WHERE number = 1';
  await tampered(put, other?.payload, other?.signature);
  await expect(replay()).rejects.toEqual(OTHERWISE);
});

it('does not from a report that was removed', async () => {
  await tampered('DELETE FROM evidence WHERE number = 1');
  await expect(replay()).rejects.toEqual(impossible('report 1 is not stored any more'));
});
