import type { Assessment, CheckResult, Restriction, Signals, SourceWord } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/rules/to-policy.ts';
import { type SourceSignals, wordsIn } from './attested.ts';
import type { Carried, CarriedResult } from './carried.ts';
import { judgeBySources, type SourcesContext, viewsOf } from './corroborate.ts';
import { toEvidence, validUntil } from './evidence.ts';
import { type ExcuseContext, type Settled, settle } from './excuse.ts';
import { judgeAll, type Memo } from './memo.ts';
import { nextLookAt } from './next.ts';
import type { Judgement } from './outcome.ts';
import { lastingIn } from './restate.ts';
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
  const views = viewsOf(policy, own, sources, context);
  const before: (CarriedResult | undefined)[] = [];
  const settled: Settled[] = [];
  const words: SourceWord[][] = [];
  for (const [i, check] of policy.checks.entries()) {
    const last = resultOf(check, i, previous);
    before.push(last);
    const corroborated = judgeBySources(check, judged.judgements[i] as Judgement, views);
    words.push(corroborated.words);
    settled.push(settle(check, corroborated.judgement, last, context));
  }
  const { score, worth, points, cap } = toScore(policy, settled, restriction);
  const tier = tierOf(score, policy.tiers);
  return {
    policy: { name: policy.name, hash: policy.hash },
    tiers: policy.tiers,
    assessedAt: now,
    score,
    tier,
    compliant: tier !== 'untrusted',
    tierSince: previous?.tier === tier ? Math.min(previous.tierSince, now) : now,
    validUntil: validUntil(policy, context),
    nextLookAt: nextLookAt(settled, evidence, sources),
    checks: policy.checks.map((check, i) =>
      toResult(check, settled[i] as Settled, before[i], {
        ...{ now, worth: worth[i] ?? 0, points: points[i] ?? 0 },
        words: words[i] as SourceWord[],
      }),
    ),
    cap,
    ...(restriction ? { restriction } : {}),
  };
}

const sourcesOf = (
  forwarded: readonly SourceSignals[],
  others: readonly SourceSignals[] = forwarded,
): readonly SourceSignals[] => (others === forwarded ? forwarded : [...forwarded, ...others]);

/** The check's result in the last assessment; most often at the same place. */
function resultOf({ id }: Check, index: number, previous: Carried | null): CarriedResult | undefined {
  const hinted = previous?.checks[index];
  return hinted?.check === id ? hinted : previous?.checks.find(({ check }) => check === id);
}

function toResult(
  check: Check,
  { judgement, effect, stage, failing, excuse }: Settled,
  before: CarriedResult | undefined,
  { now, worth, points, words }: { now: number; worth: number; points: number; words: SourceWord[] },
): CheckResult {
  const { id, title, required, signals, audience } = check;
  const { outcome, explain, remedy, user } = judgement;
  const since = before?.outcome === outcome ? Math.min(before.since, now) : now;
  if (before && words.length === 0 && isRepeated(before, check, judgement, { worth, points, since, stage }))
    return before;
  const result: CheckResult = {
    check: id,
    title,
    outcome,
    required,
    worth,
    points,
    signals,
    explain,
    remedy,
    since,
  };
  if (words.length > 0) result.sources = words;
  if (stage !== 'enforce') result.stage = stage;
  if (outcome === 'pass' || outcome === 'not_applicable') return result;
  result.user = user;
  if (effect === 'withheld') result.counts = true;
  if (audience !== 'both') result.audience = audience;
  if (failing) result.failing = failing;
  if (excuse) result.excuse = excuse;
  return result;
}

/** Whether there is nothing to say but what was said before: then it is the same object, and nothing is made. */
function isRepeated(
  before: CarriedResult | CheckResult,
  { title, required, signals }: Check,
  { outcome, explain }: Judgement,
  now: Pick<CheckResult, 'worth' | 'points' | 'since'> & Pick<Settled, 'stage'>,
): before is CheckResult {
  return (
    explain === '' &&
    !('sources' in before) &&
    before.outcome === outcome &&
    before.worth === now.worth &&
    before.points === now.points &&
    before.since === now.since &&
    before.required === required &&
    (before.stage ?? 'enforce') === now.stage &&
    'title' in before &&
    before.title === title &&
    before.signals === signals
  );
}
