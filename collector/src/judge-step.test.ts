import { decodeReport, encodeReport, ok, type Report, readRepeated, type Signals } from '@assay/shared';
import { expect, it } from 'vitest';
import type { Device } from './fleet.ts';
import { HeldReport } from './held-report.ts';
import { type Grounds, judgeStep } from './judge-step.ts';
import { loadPolicy } from './policy/load.ts';
import type { VerdictChange } from './publish/target.ts';
import { builtInOsEol } from './reference-values/os-eol.ts';
import type { Step } from './step.ts';
import { makeStoredDevice } from './store/test-records.ts';

const AT = Date.UTC(2026, 0, 5, 12);
const LATER = AT + 3_600_000;
const checks = ['firewall.enabled', 'tpm.version == "2.0"'].map((pass, i) => ({
  ...{ id: `check-${i}`, title: pass, pass, weight: 1, explain: pass },
}));
const policy = { policy: 'test', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h', checks };
const grounds: Grounds = {
  policy: loadPolicy(JSON.stringify(policy), 'test.yaml'),
  osEol: builtInOsEol,
  excuses: { of: () => [], breakGlass: () => null },
  vendors: {},
  publisher: { planDeliveries: () => [] },
};

const signalsAt = (observedAt: number): Signals => ({
  firewall: { ...ok({ enabled: true, backend: 'nftables', evidence: ['a rule'] }), observedAt },
  tpm: { ...ok({ version: '1.2', manufacturer: 'IFX' }), observedAt },
});
const reportAt = (number: number, at: number): Uint8Array => {
  const head = { deviceId: 'd', number, nonce: Buffer.alloc(32), bootId: 'b', createdAt: at, lost: null };
  return encodeReport({ ...head, signals: signalsAt(at) } satisfies Report);
};
const stepOf = (
  number: number,
  payload: Uint8Array,
  at: number,
  said: Pick<Step, 'signals' | 'repeated'>,
) => ({
  ...{ at, identity: null, agentVersion: null, clockSkew: 0, ...said },
  evidence: { number, payload, keyId: Buffer.alloc(32), signature: Buffer.alloc(64) },
});

/** A device as it is read from the store: nothing is remembered of how it was judged. */
function awoken(payload: Uint8Array): Device {
  const { record } = makeStoredDevice('d');
  const fresh = { record, key: null as never, report: null, newest: null, assessment: null };
  const { signals } = decodeReport(payload);
  const { commit } = judgeStep(fresh, stepOf(1, payload, AT, { signals }), grounds);
  const report = new HeldReport(1, payload, AT);
  const known = { ...record, lastNumber: 1, lastReportAt: AT };
  return { ...fresh, record: known, report, newest: report, assessment: commit.assessment };
}

it('a report that repeats what a device said before it rested is judged as one whose signals were all decoded', () => {
  const [before, now] = [reportAt(1, AT), reportAt(2, LATER)];
  const repeated = readRepeated(now, before);
  if (!repeated) throw new Error('expected a repetition');
  const device = awoken(before);
  const { commit, signals } = judgeStep(device, stepOf(2, now, LATER, { signals: null, repeated }), grounds);
  const decoded = decodeReport(now).signals;
  const whole = judgeStep(device, stepOf(2, now, LATER, { signals: decoded }), grounds);
  expect(signals).toEqual(signalsAt(LATER));
  expect({ commit, signals }).toEqual({ commit: whole.commit, signals: whole.signals });
  expect(commit).toMatchObject({ isRestated: true, isNewPosture: false, change: null });
});

it('a target that was set up since hears of a device that only repeats what it said', () => {
  const [before, now] = [reportAt(1, AT), reportAt(2, LATER)];
  const repeated = readRepeated(now, before);
  if (!repeated) throw new Error('expected a repetition');
  const told: unknown[] = [];
  const publisher = {
    planDeliveries(change: VerdictChange, options?: { judgedAt: number | null }) {
      told.push({ ...change, ...options });
      return [];
    },
    hasTargetSince: (judgedAt: number) => judgedAt < LATER,
  };
  const judge = (device: Device) => {
    const { commit } = judgeStep(device, stepOf(2, now, LATER, { signals: null, repeated }), {
      ...grounds,
      publisher,
    });
    return commit;
  };
  const device = awoken(before);
  const { assessment, change } = judge(device);
  expect(change).toBeNull();
  expect(told).toMatchObject([{ judgedAt: AT, current: { score: 50 }, previous: { score: 50 } }]);
  judge({ ...device, assessment });
  expect(told).toHaveLength(1);
});
