import { readFileSync } from 'node:fs';
import type { Assessment, Platform, SignalName, Signals } from '@assay/shared';
import { type AssessContext, assess } from '../../../collector/src/assess/assess.ts';
import type { Memo } from '../../../collector/src/assess/memo.ts';
import { loadPolicy } from '../../../collector/src/policy/load.ts';
import type { Policy } from '../../../collector/src/policy/policy.ts';
import { builtInOsEol } from '../../../collector/src/reference-values/os-eol.ts';
import { simulateDevice } from '../../simulator/device.ts';
import { signalsOf } from '../../simulator/posture/signals.ts';
import { judgeByHand } from './thirty-functions.ts';

/** A laptop whose next report has come. */
export interface ReportedDevice {
  signals: Signals;
  platform: Platform;
  context: AssessContext;
}

const SEED = 6;
const NOW = Date.parse('2026-11-25T09:00:00Z');
const INTERVAL_MS = 3_600_000;

export const thirtyChecks = (): Policy =>
  loadPolicy(readFileSync(new URL('./thirty-checks.yaml', import.meta.url), 'utf8'), 'thirty-checks.yaml');

/** The devices with what a collector remembers of them; since then, the named signals say something else. */
export const rememberedDevices = (
  policy: Policy,
  devices: readonly ReportedDevice[],
  changed: readonly SignalName[],
): ReportedDevice[] =>
  devices.map((device) => {
    const memo: Memo = { judged: null };
    assess(policy, device.signals, { ...device.context, memo });
    const { judged } = memo;
    const signals = { ...device.signals };
    for (const name of changed) Object.assign(signals, { [name]: structuredClone(signals[name]) });
    // What is remembered stays that of the last report, however often this one is judged.
    const kept: Memo = {
      get judged() {
        return judged;
      },
      set judged(_) {},
    };
    return { ...device, signals, context: { ...device.context, memo: kept } };
  });

/**
 * Laptops as they occur, healthy and not, that were judged an hour ago and report again: decoded anew, nothing of it the
 * same object as before.
 */
export const reportedDevices = (policy: Policy, count: number): ReportedDevice[] =>
  Array.from({ length: count }, (_, index) => {
    const { id: deviceId, platform, ailments } = simulateDevice(SEED, index);
    const observed = (at: number) => structuredClone(signalsOf(simulateDevice(SEED, index), ailments, at));
    const at = (now: number, previous: Assessment | null): AssessContext => ({
      ...{ now, evidenceAt: now, clockSkew: 0, platform, deviceId, groups: [], previous },
      ...{ osEol: builtInOsEol, exemptions: [], breakGlass: null },
    });
    const before = assess(policy, observed(NOW - INTERVAL_MS), at(NOW - INTERVAL_MS, null));
    return { signals: observed(NOW), platform, context: at(NOW, copyOf(before)) };
  });

/**
 * Other objects that say the same. If the ones that `assess` made were kept, the engine would learn that what it makes
 * there lives long, and put all of it where letting go is dear: what is measured is let go at once.
 */
const copyOf = (assessment: Assessment): Assessment => ({
  ...assessment,
  checks: assessment.checks.map((result) => ({ ...result })),
});

/** @throws Error where the two disagree: the benchmark would not compare the same thing */
export function assertSameOutcomes(policy: Policy, devices: readonly ReportedDevice[]): void {
  for (const { signals, platform, context } of devices) {
    const { outcomes } = judgeByHand({ signals, platform, osEol: context.osEol, now: context.now });
    const { checks } = assess(policy, signals, context);
    for (const [i, { check, outcome }] of checks.entries())
      if (outcome !== outcomes[i]) throw new Error(`${check}: ${outcome} by policy, ${outcomes[i]} by hand`);
  }
}
