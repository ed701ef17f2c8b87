import type { Signals } from '@assay/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPolicy } from './policy/load.ts';
import { createReplayer } from './replay/replay.ts';
import { openTestWorld, type TestWorld } from './test-world.ts';
import { openTestVendor, type TestVendor, ZTA_CLAIMS } from './verify/test-vendor.ts';

const START = Date.UTC(2026, 0, 5, 12);
const HOUR = 3_600_000;
const POLICY = `
policy: attested
evidence_max_age: 24h
tiers: { trusted: 80, limited: 50 }
checks:
  - id: zta
    title: CrowdStrike vouches for the device
    pass: edr.attestations.exists(a, a.verification == "verified" && a.overall >= 70)
    weight: 10
    unknown: fail
    explain: Falcon's own assessment is signed, of this device, and good.
`;

let vendor: TestVendor;
let world: TestWorld;
beforeEach(async () => {
  vendor = await openTestVendor('RS256', 'key-1', START);
  const vendors = { 'edr:crowdstrike': { keys: vendor.keys, customer: null } };
  world = await openTestWorld(POLICY, START, vendors);
});
afterEach(() => world.close());

const signalsOf = (token: string): Signals => ({
  hardware: {
    ...{ status: 'ok', observedAt: START },
    value: {
      hostname: 'ada',
      serial: ZTA_CLAIMS.serial_number,
      virtual: false,
      memory_bytes: 0,
      problems: [],
    },
  },
  edr: {
    status: 'ok',
    observedAt: START,
    value: {
      products: [
        {
          ...{ product: 'crowdstrike-falcon', vendor: 'CrowdStrike', kind: 'edr', installed: true },
          ...{ device_id: ZTA_CLAIMS.sub, evidence: [] },
        },
      ],
      attestations: [
        {
          ...{ product: 'crowdstrike-falcon', format: 'crowdstrike_zta', source: 'edr:crowdstrike' },
          ...{ token, algorithm: 'RS256', overall: 71, agrees: [], contradicts: [] },
        },
      ],
    },
  },
});

it('only a statement that the vendor signed about this device counts', async () => {
  const id = await world.enroll();
  expect(await world.report(id, signalsOf(await vendor.sign()))).toMatchObject({ tier: 'trusted' });
  const forged = await (await openTestVendor('RS256', 'key-1', START)).sign();
  expect(await world.report(id, signalsOf(forged))).toMatchObject({ tier: 'untrusted' });
  const copied = await vendor.sign({ sub: 'b2'.repeat(16) });
  expect(await world.report(id, signalsOf(copied))).toMatchObject({ tier: 'untrusted' });
});

it('a statement that has run out counts no longer, though it is sent again', async () => {
  const id = await world.enroll();
  const signals = signalsOf(await vendor.sign());
  await world.report(id, signals);
  world.now += 2 * HOUR;
  expect(await world.report(id, signals)).toMatchObject({ tier: 'untrusted' });
});

it('its verdict is made again as it was, whatever keys there are later', async () => {
  const { hash, name } = loadPolicy(POLICY, 'test.yaml');
  const activation = { kind: 'applied', by: 'test', reason: 'test', planned: null } as const;
  await world.store.activatePolicy({ version: { hash, name, source: POLICY }, at: START, ...activation });
  const id = await world.enroll();
  await world.report(id, signalsOf(await vendor.sign()));
  await world.restart();
  world.now += 48 * HOUR;
  expect(await createReplayer(world.store).replay(id, START)).toMatchObject({
    isIdentical: true,
    assessment: { tier: 'trusted' },
  });
});
