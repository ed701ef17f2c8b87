import type { Assessment, Restriction, Signals } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/rules/to-policy.ts';
import { type SourceSignals, wordsIn } from './attested.ts';
import { judgeAllBySources, type SourcesContext, viewsOf } from './corroborate.ts';
import { toEvidence, validUntil } from './evidence.ts';
import { type ExcuseContext, settle } from './excuse.ts';
import { judgeAll, type Memo } from './memo.ts';
import { nextLookAt } from './next.ts';
import type { Judgement } from './outcome.ts';
import { lastingIn } from './restate.ts';
import { lastOf, toResults } from './result.ts';
import { toScore } from './score.ts';
import { tierOf } from './tier.ts';

/** All that a judgement depends on besides policy and signals. Times are the collector's clock, ms. */
export interface AssessContext extends SourcesContext, ExcuseContext {
  /** What keeps the device from being trusted whatever its posture is; null or missing: nothing. */
  restriction?: Restriction | null;
  /** The device's own: spares what is known already, and has no part in the result. */
  memo?: Memo;
}

/** Pure but for what `memo` remembers: the same input gives the same assessment, for ever. Never throws. */
export function assess(whole: Policy, signals: Signals, context: AssessContext): Assessment {
  const { now, previous, restriction = null } = context;
  const policy = policyFor(whole, context.groups);
  const known = context.memo?.judged ?? null;
  const { signals: own, forwarded } = wordsIn(signals, context);
  const evidence = toEvidence(policy, own, context, known);
  const judged = judgeAll(evidence, known);
  const sources = sourcesOf(forwarded, context.otherSources);
  if (context.memo) {
    context.memo.judged = judged;
    context.memo.lasting = sources.length > 0 ? null : lastingIn(evidence, context);
  }
  const { judgements, words } = judgeAllBySources(judged, viewsOf(policy, own, sources, context));
  const settled = policy.checks.map((check, i) =>
    settle(check, judgements[i] as Judgement, lastOf(check, i, previous), context),
  );
  const { score, worth, cap } = toScore(policy, settled, restriction);
  const tier = tierOf(score, policy.tiers);
  const assessment: Assessment = {
    policy: { name: policy.name, hash: policy.hash },
    tiers: policy.tiers,
    assessedAt: now,
    score,
    tier,
    compliant: tier !== 'untrusted',
    tierSince: previous?.tier === tier ? Math.min(previous.tierSince, now) : now,
    validUntil: validUntil(policy, context),
    nextLookAt: nextLookAt(settled, evidence, sources),
    checks: toResults({ policy, settled, worth, words, previous, now }),
    cap,
  };
  if (restriction) assessment.restriction = restriction;
  return assessment;
}

const sourcesOf = (
  forwarded: readonly SourceSignals[],
  others: readonly SourceSignals[] = forwarded,
): readonly SourceSignals[] => (others === forwarded ? forwarded : [...forwarded, ...others]);
