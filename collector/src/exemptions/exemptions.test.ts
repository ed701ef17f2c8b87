import { ok } from '@assay/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../test-world.ts';

const START = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const POLICY = `
policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
exemptions: { second_person: [renewals] }
checks:
  - { id: firewall, title: F, pass: firewall.enabled, weight: 1, explain: E }
`;

let world: TestWorld;
let device: string;
beforeEach(async () => {
  world = await openTestWorld(POLICY, START);
  device = await world.enroll(['lab']);
  const value = { enabled: false, backend: 'nftables', evidence: [] };
  await world.report(device, { firewall: { ...ok(value), observedAt: START } });
});
afterEach(() => world.close());

const grant = (hours: number, scope = { kind: 'device' as const, device }) =>
  world.excused.exemptions.grant(
    { check: 'firewall', scope, reason: 'a test', until: world.now + hours * HOUR },
    'ada',
  );

it('that one person ends and asks for anew, while it would hold still, is a renewal of it', async () => {
  const first = await grant(8);
  expect(first.from).toBe(START);
  world.now += HOUR;
  await world.excused.exemptions.end(first.id, 'ada');
  world.now += HOUR;
  const again = await grant(24);
  expect(again).toMatchObject({ from: null, firstAt: START });
  await expect(world.excused.exemptions.approve(again.id, 'ada')).rejects.toMatchObject({
    code: 'second_person_required',
  });
  expect(await world.excused.exemptions.approve(again.id, 'grace')).toMatchObject({ from: world.now });
});

it('is another one once it would be over, or for somebody else', async () => {
  const first = await grant(8);
  await world.excused.exemptions.end(first.id, 'ada');
  const other = await world.enroll();
  expect(await grant(8, { kind: 'device', device: other })).toMatchObject({ from: START });
  world.now += 9 * HOUR;
  expect(await grant(8)).toMatchObject({ from: world.now, firstAt: world.now });
});

it('that nobody approved, so that it never held, is none that is renewed', async () => {
  const first = await grant(8);
  const until = START + 24 * HOUR;
  const renewal = await world.excused.exemptions.renew(first.id, { reason: 'still', until }, 'ada');
  expect(renewal.from).toBeNull();
  await world.excused.exemptions.end(renewal.id, 'ada');
  world.now += 9 * HOUR;
  expect(await grant(8)).toMatchObject({ from: world.now });
});
