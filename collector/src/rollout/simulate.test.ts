import { ok, type Signals } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { makeStoredDevice } from '../store/test-records.ts';
import { simulateDevice } from './simulate.ts';

const AT = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const { record } = makeStoredDevice('d');
const context = {
  ...{ platform: 'linux' as const, osEol: builtInOsEol, restriction: null, deviceId: 'd', groups: [] },
  ...{ exemptions: [], breakGlasses: [] },
};

const policyOf = (checks: object[]) =>
  loadPolicy(
    JSON.stringify({ policy: 'test', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h', checks }),
    'test.yaml',
  );
const firewall = (fields: object = {}) => ({
  ...{ id: 'firewall', title: 'T', pass: 'firewall.enabled', weight: 1, required: true, explain: 'E' },
  ...fields,
});
const always = { id: 'always', title: 'T', pass: 'true', weight: 1, explain: 'E' };
const lax = policyOf([always]);
const said = (at: number, enabled: boolean) => {
  const signals: Signals = { firewall: { ...ok({ enabled, backend: 'b', evidence: [] }), observedAt: at } };
  return { at, clockSkew: 0, signals };
};
const simulate = (candidate: typeof lax, reports: ReturnType<typeof said>[], until = AT + 100 * HOUR) =>
  simulateDevice({ active: lax, candidate }, record, reports, context, { since: AT, until });

describe('a device under another policy', () => {
  it('is told by the worst that would have been, with the time it came to that', () => {
    const flip = simulate(policyOf([always, firewall()]), [
      said(AT, true),
      said(AT + HOUR, false),
      said(AT + 2 * HOUR, true),
    ]);
    expect(flip).toMatchObject({
      at: AT + HOUR,
      from: { tier: 'trusted', score: 100 },
      to: { tier: 'untrusted' },
      checks: ['firewall'],
    });
  });

  it('falls between two reports when its grace runs out, and does not when it was mended in time', () => {
    const patient = policyOf([always, firewall({ grace: '24h' })]);
    expect(simulate(patient, [said(AT, false)])?.at).toBe(AT + 24 * HOUR);
    expect(simulate(patient, [said(AT, false), said(AT + 23 * HOUR, true)])).toBeNull();
  });

  it('that was silent is not held against the other policy: it would have been silent under any', () => {
    expect(simulate(policyOf([always, firewall()]), [said(AT, true)])).toBeNull();
  });

  it('whose last report before the period still held is judged by that report from its start', () => {
    const flip = simulate(policyOf([always, firewall()]), [said(AT - 50 * HOUR, false)]);
    expect(flip?.at).toBe(AT);
  });
});
