import { ok, type Signals } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import type { Exemption } from '../assess/exemption.ts';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { changesBetween, type Inputs } from './changes.ts';

const AT = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;

const policyOf = (checks: Record<string, string>) =>
  loadPolicy(
    JSON.stringify({
      policy: 'test',
      tiers: { trusted: 80, limited: 50 },
      evidence_max_age: '24h',
      checks: Object.entries(checks).map(([id, pass]) => ({ id, title: id, pass, weight: 1, explain: id })),
    }),
    'test.yaml',
  );
const firewallOnly = policyOf({ firewall: 'firewall.enabled' });
const withTpm = policyOf({ firewall: 'firewall.enabled', tpm: 'tpm.version == "2.0"' });
const firewall = (enabled: boolean): Signals => ({
  firewall: { ...ok({ enabled, backend: 'nftables', evidence: [] }), observedAt: AT },
});
const restriction = { state: 'quarantined' as const, title: 'T', explain: 'E', remedy: 'R' };

const context = {
  ...{ platform: 'linux' as const, osEol: builtInOsEol, restriction: null, clockSkew: 0 },
  ...{ deviceId: 'd', groups: [], exemptions: [], breakGlass: null },
};
const exemption: Exemption = {
  ...{ id: 'e', check: 'firewall', scope: { kind: 'device', device: 'd' }, by: 'ada', reason: 'a test' },
  ...{ from: AT, until: AT + HOUR, endedAt: null },
};
const good: Inputs = { policy: firewallOnly, signals: firewall(true), context, evidenceAt: AT };
const previous = assess(good.policy, good.signals, { ...context, now: AT, evidenceAt: AT, previous: null });
const kinds = (after: Inputs, now = AT + HOUR, before: Inputs = good) =>
  changesBetween(previous, before, after, now).map(({ kind }) => kind);

describe('what moved a verdict', () => {
  it('is named alone when only one thing changed', () => {
    expect(kinds(good, AT + 24 * HOUR)).toEqual(['time']);
    expect(kinds({ ...good, policy: withTpm })).toEqual(['policy']);
    expect(kinds({ ...good, signals: firewall(false), evidenceAt: AT + HOUR })).toEqual(['device']);
    expect(kinds({ ...good, context: { ...context, restriction } })).toEqual(['admin']);
  });

  it('is named in turn when several changed, each with what it did', () => {
    const after = { ...good, policy: withTpm, signals: firewall(false), evidenceAt: AT + HOUR };
    const [policy, device] = changesBetween(previous, good, after, AT + HOUR);
    expect(policy).toEqual({
      kind: 'policy',
      score: { from: 100, to: 50 },
      tier: { from: 'trusted', to: 'limited' },
      checks: [{ check: 'tpm', from: null, to: { outcome: 'unknown', excuse: null } }],
    });
    expect(device).toMatchObject({
      kind: 'device',
      score: { from: 50, to: 0 },
      checks: [{ check: 'firewall', from: { outcome: 'pass' }, to: { outcome: 'fail' } }],
    });
  });

  it('is nothing when what changed did not matter', () => {
    const tpm = { tpm: { ...ok({ version: '1.2' }), observedAt: AT } };
    expect(kinds({ ...good, signals: { ...good.signals, ...tpm }, evidenceAt: AT + HOUR })).toEqual([]);
  });

  it('a report that came after the evidence had gone stale is the device, not the time', () => {
    const stale = assess(good.policy, good.signals, {
      ...context,
      ...{ now: AT + 24 * HOUR, evidenceAt: AT, previous },
    });
    const now = AT + 25 * HOUR;
    const moves = changesBetween(stale, good, { ...good, evidenceAt: now }, now);
    expect(moves.map(({ kind }) => kind)).toEqual(['device']);
  });

  it('is an exemption that somebody granted, and its end when it comes by itself', () => {
    const failing = { ...good, signals: firewall(false) };
    const excused = { ...failing, context: { ...context, exemptions: [exemption] } };
    const judged = (inputs: Inputs, now: number) =>
      assess(inputs.policy, inputs.signals, { ...inputs.context, now, evidenceAt: AT, previous: null });
    const granted = changesBetween(judged(failing, AT), failing, excused, AT + 1);
    expect(granted).toMatchObject([{ kind: 'exemption', score: { from: 0, to: 100 } }]);
    const ended = changesBetween(judged(excused, AT), excused, excused, AT + HOUR);
    expect(ended).toMatchObject([
      { kind: 'exemption', checks: [{ from: { excuse: 'exempt' }, to: { excuse: null } }] },
    ]);
  });

  it('was the first assessment when there was none before', () => {
    expect(changesBetween(null, null, good, AT)).toMatchObject([
      { kind: 'first', tier: { from: null, to: 'trusted' } },
    ]);
  });
});
