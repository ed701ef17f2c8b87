import type { Assessment, Restriction } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/rules/to-policy.ts';
import type { SourcesContext } from './corroborate.ts';
import { type Evidence, type Observed, observedIn } from './evidence.ts';
import type { ExcuseContext } from './excuse.ts';
import type { Lasting } from './memo.ts';
import { endOfExcuses, endOfSignals, isAnyTooOld, NEVER, soonest } from './next.ts';

interface Standing extends Omit<SourcesContext, 'previous'>, ExcuseContext {
  restriction?: Restriction | null;
}

/** Whether nothing but the policy has a say in what becomes of the signals. */
const isPlain = ({ restriction, exemptions, breakGlass, otherSources = [] }: Standing): boolean =>
  !restriction && exemptions.length === 0 && breakGlass === null && otherSources.length === 0;

/** What an assessment of this evidence lasts in; null when it is made of more than signals, policy and excuses in time. */
export function lastingIn(evidence: Evidence, context: Standing): Lasting | null {
  const { policy, signals, isStale, supportChangesAt } = evidence;
  if (isStale || !isPlain(context) || isAnyTooOld(policy, observedIn(signals), context)) return null;
  return { policy, osEol: context.osEol, supportChangesAt, groups: context.groups };
}

/**
 * Pure. The assessment of a device whose signals say what they said at the last one, observed anew: what it said, with
 * its new times. The same as `assess` would give, without looking at what need not be looked at.
 * @param previous the last one, made by `assess` with what it then left in `lasting`, or restated since
 * @returns null when something else than the times may have moved
 */
export function restate(
  whole: Policy,
  observed: Observed,
  previous: Assessment,
  lasting: Lasting,
  context: Standing,
): Assessment | null {
  const { now, evidenceAt, groups, osEol } = context;
  const policy = policyFor(whole, groups);
  const isSame = lasting.policy === policy && lasting.osEol === osEol && lasting.groups === groups;
  // What was judged or accepted at a time that lies ahead was dated by a clock that has since been set back.
  if (!isSame || !isPlain(context) || now < previous.assessedAt || now < evidenceAt) return null;
  const staleAt = evidenceAt + policy.evidenceMaxAgeMs;
  const supportChangesAt = lasting.supportChangesAt ?? NEVER;
  const excused = endOfExcuses(previous.checks);
  if (now >= Math.min(staleAt, supportChangesAt, excused)) return null;
  if (isAnyTooOld(policy, observed, context)) return null;
  const aged = Math.min(supportChangesAt, endOfSignals(policy, observed, context));
  const nextLookAt = soonest(excused, aged, staleAt, now);
  return { ...previous, assessedAt: now, validUntil: staleAt, nextLookAt };
}
