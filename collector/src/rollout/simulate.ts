import type { Assessment, Signals } from '@assay/shared';
import { type AssessContext, assess } from '../assess/assess.ts';
import { carryValues } from '../assess/carry-values.ts';
import { type BreakGlass, isActive } from '../assess/exemption.ts';
import type { Memo } from '../assess/memo.ts';
import type { Policy } from '../policy/policy.ts';
import type { DeviceRecord } from '../store/devices.ts';
import type { Flip } from './effect.ts';
import { type Trial, toFlip } from './plan.ts';
import { without } from './without.ts';

/** What a device said, and when. */
export interface SimulatedReport {
  at: number;
  /** The collector's clock less the agent's, ms. */
  clockSkew: number;
  signals: Signals;
}

type SimulationContext = Omit<
  AssessContext,
  'now' | 'evidenceAt' | 'clockSkew' | 'previous' | 'breakGlass' | 'memo'
> & {
  /** Every one that ever was. */
  breakGlasses: readonly BreakGlass[];
};

/** More than any policy's holds and graces have ends between two reports. */
const MAX_LOOKS = 100;

/** Gives out the most that a device would have lost, or else won. */
type Simulation = (
  record: DeviceRecord,
  reports: readonly SimulatedReport[],
  context: SimulationContext,
  period: { since: number; until: number },
) => Flip | null;

/**
 * Makes the comparison for one device after the other: each lives its past under both policies. Only what is new was
 * kept of it, so between two reports it may have said the same all the time: evidence never grows stale here, nor any
 * signal of it too old for a check.
 */
export function createSimulation({ active, candidate }: Trial): Simulation {
  const ageless = { active: without(active, ['max_age']), candidate: without(candidate, ['max_age']) };
  return (record, reports, context, period) => simulateDevice(ageless, record, reports, context, period);
}

function simulateDevice(
  trial: Trial,
  record: DeviceRecord,
  reports: readonly SimulatedReport[],
  { breakGlasses, ...context }: SimulationContext,
  { since, until }: { since: number; until: number },
): Flip | null {
  let worst: Flip | null = null;
  let signals: Signals = {};
  const live = (policy: Policy) => {
    const memo: Memo = { judged: null };
    let previous: Assessment | null = null;
    return (clockSkew: number, now: number): Assessment => {
      const breakGlass = breakGlasses.find((one) => isActive(one, now)) ?? null;
      const times = { now, evidenceAt: now, clockSkew };
      previous = assess(policy, signals, { ...context, ...times, previous, breakGlass, memo });
      return previous;
    };
  };
  const [underActive, underCandidate] = [live(trial.active), live(trial.candidate)];

  for (const [i, report] of reports.entries()) {
    signals = carryValues(signals, report.signals);
    const end = Math.min(reports[i + 1]?.at ?? until, until);
    let now: number | null = Math.max(report.at, since);
    for (let looks = 0; now !== null && now <= end && looks < MAX_LOOKS; looks += 1) {
      const active = underActive(report.clockSkew, now);
      const candidate = underCandidate(report.clockSkew, now);
      const flip = toFlip(record, active, candidate, now);
      if (weightOf(flip) > weightOf(worst)) worst = flip;
      now = nextOf(active, candidate);
    }
  }
  return worst;
}

const TIER_RANK = { untrusted: 0, limited: 1, trusted: 2 } as const;

/** Any loss is more than any win, and either is more than nothing. */
function weightOf(flip: Flip | null): number {
  const won = flip ? TIER_RANK[flip.to.tier] - TIER_RANK[flip.from.tier] : 0;
  return won < 0 ? TIER_RANK.trusted - won : won;
}

function nextOf(a: Assessment, b: Assessment): number | null {
  const next = Math.min(a.nextLookAt ?? Number.POSITIVE_INFINITY, b.nextLookAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next : null;
}
