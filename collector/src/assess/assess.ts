import type { Assessment, CheckResult, Restriction, Signals } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import { type EvidenceContext, toEvidence, validUntil } from './evidence.ts';
import { nextLookAt } from './next.ts';
import { type Judgement, judge } from './outcome.ts';
import { toScore } from './score.ts';
import { tierOf } from './tier.ts';

/** All that a judgement depends on besides policy and signals. Times are the collector's clock, ms. */
export interface AssessContext extends EvidenceContext {
  /** The device's last assessment, from which unchanged outcomes keep their `since`; null for the first. */
  previous: Assessment | null;
  /** What keeps the device from being trusted whatever its posture is; null or missing: nothing. */
  restriction?: Restriction | null;
}

/** Pure: the same input gives the same assessment, for ever. Never throws. */
export function assess(policy: Policy, signals: Signals, context: AssessContext): Assessment {
  const { now, previous, restriction = null } = context;
  const evidence = toEvidence(policy, signals, context);
  const judgements = policy.checks.map((check) => judge(check, evidence));
  const { score, worth, points, cap } = toScore(policy, judgements, restriction);
  const tier = tierOf(score, policy.tiers);
  return {
    policy: { name: policy.name, hash: policy.hash },
    assessedAt: now,
    score,
    tier,
    compliant: tier !== 'untrusted',
    tierSince: previous?.tier === tier ? previous.tierSince : now,
    validUntil: validUntil(policy, context.evidenceAt),
    nextLookAt: nextLookAt(policy, signals, context),
    checks: policy.checks.map((check, i) => {
      const judgement = judgements[i] as Judgement;
      return toResult(check, judgement, worth[i] ?? 0, points[i] ?? 0, sinceOf(check, judgement, i, context));
    }),
    cap,
    ...(restriction ? { restriction } : {}),
  };
}

function sinceOf(
  check: Check,
  { outcome }: Judgement,
  index: number,
  { previous, now }: AssessContext,
): number {
  if (!previous) return now;
  const hinted = previous.checks[index];
  const before =
    hinted?.check === check.id ? hinted : previous.checks.find((result) => result.check === check.id);
  return before?.outcome === outcome ? before.since : now;
}

function toResult(
  check: Check,
  judgement: Judgement,
  worth: number,
  points: number,
  since: number,
): CheckResult {
  const { id, title, required, signals } = check;
  const { outcome, explain, remedy } = judgement;
  return {
    check: id,
    title,
    outcome,
    required,
    worth,
    points,
    signals: [...signals],
    explain,
    remedy,
    since,
  };
}
