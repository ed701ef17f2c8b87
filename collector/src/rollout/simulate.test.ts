import { ok, type Signals } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { anySignals } from '../assess/testdata/arbitraries.ts';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { makeStoredDevice } from '../store/test-records.ts';
import { toFlip } from './plan.ts';
import { createSimulation } from './simulate.ts';

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
  createSimulation({ active: lax, candidate })(record, reports, context, { since: AT, until });

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

  it('that said the same for days was not silent: no check finds its signals too old', () => {
    const demanding = policyOf([always, firewall({ max_age: '3h' })]);
    expect(simulate(demanding, [said(AT, true)])).toBeNull();
  });

  it('comes to what judging each of its reports by itself comes to, whatever is remembered between them', () => {
    const active = policyOf(
      ['firewall.enabled', 'edr.products.exists(p, p.running)'].map((pass, i) => ({
        ...always,
        id: `c${i}`,
        pass,
      })),
    );
    const candidate = policyOf([
      firewall({ pass: 'firewall.enabled || secure_boot.enabled' }),
      { ...always, pass: 'has(os.variant) && device.platform == "linux"' },
    ]);
    const order = ['untrusted', 'limited', 'trusted'];
    fc.assert(
      fc.property(fc.array(anySignals, { minLength: 1, maxLength: 6 }), (history) => {
        const reports = history.map((signals, i) => ({ at: AT + i * HOUR, clockSkew: 0, signals }));
        const flips = reports.flatMap(({ at: now, clockSkew, signals }) => {
          const judged = (policy: typeof lax) =>
            assess(policy, signals, {
              ...{ ...context, now, evidenceAt: now, clockSkew, previous: null, breakGlass: null },
            });
          return toFlip(record, judged(active), judged(candidate), now) ?? [];
        });
        const won = ({ from, to }: (typeof flips)[number]) =>
          order.indexOf(to.tier) - order.indexOf(from.tier);
        const most = Math.min(...flips.map(won)) < 0 ? Math.min : Math.max;
        const worst = flips.find((flip) => won(flip) === most(...flips.map(won))) ?? null;
        const simulated = createSimulation({ active, candidate })(record, structuredClone(reports), context, {
          since: AT,
          until: AT + 100 * HOUR,
        });
        expect(simulated).toEqual(worst);
      }),
      { numRuns: 300 },
    );
  });
});
