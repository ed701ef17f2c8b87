import { ok, type Signals } from '@assay/shared';
import { expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { makeStoredDevice } from '../store/test-records.ts';
import { createPlan, standingOf } from './plan.ts';

const NOW = Date.UTC(2026, 0, 5);
const always = { id: 'always', title: 'T', pass: 'true', weight: 9, explain: 'E' };
const firewall = { id: 'firewall', title: 'T', pass: 'firewall.enabled', weight: 1, explain: 'E' };
const policyOf = (checks: object[]) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: 'test', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks,
    }),
    'test.yaml',
  );

const { record } = makeStoredDevice('d');
const signals: Signals = {
  firewall: { ...ok({ enabled: false, backend: 'b', evidence: [] }), observedAt: NOW },
};
const context = {
  ...standingOf(record),
  ...{ now: NOW, evidenceAt: NOW, clockSkew: 0, previous: null, osEol: builtInOsEol },
  ...{ exemptions: [], breakGlass: null },
};
const required = policyOf([always, { ...firewall, required: true }]);

it('counts where a device ends up when break-glass is over, which excuses everything for a while', () => {
  const breakGlass = {
    ...{ id: 'b', by: 'ada', reason: 'the IdP is down' },
    ...{ from: NOW - 1, until: NOW + 1, endedAt: null },
  };
  const compare = createPlan({ active: policyOf([always]), candidate: required });
  const { atOnce, inTheEnd } = compare({ record, signals, context: { ...context, breakGlass } });
  expect(atOnce).toBeNull();
  expect(inTheEnd).toMatchObject({ to: { tier: 'untrusted' }, checks: ['firewall'] });
});

it('names the check that takes the tier by being required now, though it cost points before', () => {
  const compare = createPlan({ active: policyOf([always, firewall]), candidate: required });
  const { atOnce } = compare({ record, signals, context });
  expect(atOnce).toMatchObject({
    ...{ from: { tier: 'trusted', score: 90 }, to: { tier: 'untrusted', score: 49 } },
    checks: ['firewall'],
  });
});
