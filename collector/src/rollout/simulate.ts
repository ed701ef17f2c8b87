import type { Assessment, Signals } from '@assay/shared';
import { type AssessContext, assess } from '../assess/assess.ts';
import { type BreakGlass, isActive } from '../assess/exemption.ts';
import type { Policy } from '../policy/policy.ts';
import type { DeviceRecord } from '../store/store.ts';
import type { Flip } from './effect.ts';
import { type Trial, toFlip } from './plan.ts';

/** What a device said, and when. */
export interface SimulatedReport {
  at: number;
  /** The collector's clock less the agent's, ms. */
  clockSkew: number;
  signals: Signals;
}

type SimulationContext = Omit<
  AssessContext,
  'now' | 'evidenceAt' | 'clockSkew' | 'previous' | 'breakGlass'
> & {
  /** Every one that ever was. */
  breakGlasses: readonly BreakGlass[];
};

/** More than any policy's holds and graces have ends between two reports. */
const MAX_LOOKS = 100;

/**
 * Pure. Lives a device's past under both policies, and gives out the most that it would have lost, or else won.
 * Evidence never grows stale here: how long a device was silent is the same under any policy.
 */
export function simulateDevice(
  trial: Trial,
  record: DeviceRecord,
  reports: readonly SimulatedReport[],
  { breakGlasses, ...context }: SimulationContext,
  { since, until }: { since: number; until: number },
): Flip | null {
  let worst: Flip | null = null;
  let active: Assessment | null = null;
  let candidate: Assessment | null = null;
  const rank = (flip: Flip | null) => (flip ? TIER_RANK[flip.to.tier] - TIER_RANK[flip.from.tier] : 0);
  const judged = (
    policy: Policy,
    previous: Assessment | null,
    { clockSkew, signals }: SimulatedReport,
    now: number,
  ) =>
    assess(policy, signals, {
      ...{ ...context, now, evidenceAt: now, clockSkew, previous },
      breakGlass: breakGlasses.find((one) => isActive(one, now)) ?? null,
    });

  for (const [i, report] of reports.entries()) {
    const end = Math.min(reports[i + 1]?.at ?? until, until);
    let now: number | null = Math.max(report.at, since);
    for (let looks = 0; now !== null && now <= end && looks < MAX_LOOKS; looks += 1) {
      active = judged(trial.active, active, report, now);
      candidate = judged(trial.candidate, candidate, report, now);
      const flip = toFlip(record, active, candidate, now);
      if (rank(flip) < rank(worst) || (worst === null && flip)) worst = flip;
      now = nextOf(active, candidate);
    }
  }
  return worst;
}

const TIER_RANK = { untrusted: 0, limited: 1, trusted: 2 } as const;

function nextOf(a: Assessment, b: Assessment): number | null {
  const next = Math.min(a.nextLookAt ?? Number.POSITIVE_INFINITY, b.nextLookAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next : null;
}
