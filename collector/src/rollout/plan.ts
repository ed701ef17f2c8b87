import type { Assessment, Signals } from '@assay/shared';
import { type AssessContext, assess } from '../assess/assess.ts';
import { restrictionOf } from '../enrollment/standing.ts';
import type { Policy } from '../policy/policy.ts';
import type { DeviceRecord } from '../store/devices.ts';
import { type Flip, newlyCounting } from './effect.ts';
import { without } from './without.ts';

/** The policy in force and the one that is tried. */
export interface Trial {
  active: Policy;
  candidate: Policy;
}

/** A device as it is now. */
export interface PlannedDevice {
  record: DeviceRecord;
  signals: Signals;
  context: AssessContext;
}

/** What a device stands to lose or win. */
export interface DevicePlan {
  /** As soon as the policy is in force; null: its tier stays. */
  atOnce: Flip | null;
  /** When hold, grace and break-glass have run out and nothing was mended. */
  inTheEnd: Flip | null;
}

/** Nothing is held back, and there is no time to mend. */
const withoutPatience = (policy: Policy): Policy => without(policy, ['hold', 'grace']);

/**
 * Makes the comparison for one device after the other. What counts is where a device ends up: a grace of a week only
 * puts off how many are locked out, and so does break-glass, which is over within hours. Both policies are seen without
 * patience, so that what already runs out under the policy in force is not blamed on the other one.
 */
export function createPlan({ active, candidate }: Trial): (device: PlannedDevice) => DevicePlan {
  const [activeInTheEnd, candidateInTheEnd] = [active, candidate].map(withoutPatience) as [Policy, Policy];
  return (device) => {
    const { record, signals, context } = device;
    const judged = (policy: Policy) => assess(policy, signals, context);
    const inTheEnd = (policy: Policy) => assess(policy, signals, { ...context, breakGlass: null });
    return {
      atOnce: toFlip(record, judged(active), judged(candidate), context.now),
      inTheEnd: toFlip(record, inTheEnd(activeInTheEnd), inTheEnd(candidateInTheEnd), context.now),
    };
  };
}

/** Pure. Null when the tier is the same. */
export function toFlip(
  { id, hostname, owner, groups }: DeviceRecord,
  before: Assessment,
  after: Assessment,
  at: number,
): Flip | null {
  if (before.tier === after.tier) return null;
  return {
    ...{ device: id, hostname, owner, groups, at },
    from: { tier: before.tier, score: before.score },
    to: { tier: after.tier, score: after.score },
    checks: newlyCounting(before, after),
  };
}

/** What a device's record says of how it is judged, for any time. */
export const standingOf = (record: DeviceRecord) => ({
  platform: record.platform,
  restriction: restrictionOf(record),
  deviceId: record.id,
  groups: record.groups,
});
