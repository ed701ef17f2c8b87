import { type Envelope, ok, type Signals } from '@assay/shared';
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

const stored = (number: number) => world.store.evidence({ deviceId: id, number }) as Promise<Envelope>;
/** Of a store in which somebody has put other evidence, or none, in the place of the first report. */
const replay = async (evidence: Envelope | null) =>
  createReplayer({ ...world.store, evidence: async () => evidence }).replay(id, START);
const impossible = (why: string) =>
  expect.objectContaining({ code: 'replay_impossible', message: expect.stringContaining(why) });
const OTHERWISE = impossible('report 1 is stored otherwise than the device signed it');

it('makes a verdict again from what the device signed', async () => {
  const found = await createReplayer(world.store).replay(id, START);
  expect(found).toMatchObject({ isIdentical: true, assessment: { tier: 'trusted' } });
  expect(await replay(await stored(1))).toMatchObject({ isIdentical: true });
});

it('does not from a report that was changed, though the verdict would be the same', async () => {
  const { payload, ...signed } = await stored(1);
  const changed = Buffer.from(payload).toString('latin1').replace('nftables', 'nftabled');
  await expect(replay({ ...signed, payload: Buffer.from(changed, 'latin1') })).rejects.toEqual(OTHERWISE);
});

it('does not from a report under another signature', async () => {
  const { signature } = await stored(2);
  await expect(replay({ ...(await stored(1)), signature })).rejects.toEqual(OTHERWISE);
});

it("does not from another report of the device's in its place, signed as that is", async () => {
  await expect(replay(await stored(2))).rejects.toEqual(OTHERWISE);
});

it('does not from a report that was removed', async () => {
  await expect(replay(null)).rejects.toEqual(impossible('report 1 is not stored any more'));
});
