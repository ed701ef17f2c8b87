import { absent, ok, type Signals } from '@assay/shared';
import { expect, it } from 'vitest';
import { isSamePosture } from './posture.ts';

const HOUR_S = 3600;
const firewall = (enabled: boolean, observedAt = 1): Signals => ({
  firewall: { ...ok({ enabled, backend: 'b', evidence: ['rule 1'] }), observedAt },
});
const updates = (index_age_s: number): Signals => ({
  updates: { ...ok({ source: 'apt', index_age_s, evidence: [] }), observedAt: 1 },
});

it('two reports say the same whenever they were made, and not when any value, status or signal differs', () => {
  expect(isSamePosture(firewall(true), firewall(true, 99))).toBe(true);
  expect(isSamePosture(firewall(true), firewall(false))).toBe(false);
  expect(isSamePosture(firewall(true), { firewall: { ...absent('none'), observedAt: 1 } })).toBe(false);
  expect(isSamePosture(firewall(true), {})).toBe(false);
  expect(isSamePosture({}, {})).toBe(true);
});

it('an age that grows by itself is news once a day', () => {
  expect(isSamePosture(updates(HOUR_S), updates(23 * HOUR_S))).toBe(true);
  expect(isSamePosture(updates(23 * HOUR_S), updates(24 * HOUR_S))).toBe(false);
});
