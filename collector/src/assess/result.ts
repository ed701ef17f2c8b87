import type { CheckResult, SourceWord } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import type { Carried, CarriedResult } from './carried.ts';
import type { Settled } from './excuse.ts';

/** What the checks of a policy came to, each at its place. */
export interface Standing {
  policy: Policy;
  settled: readonly Settled[];
  worth: readonly number[];
  /** Who says what; null: only the agent speaks. */
  words: readonly SourceWord[][] | null;
  previous: Carried | null;
  now: number;
}

/** Pure. What is said of each check. Where that is what was said before, it is the same object. */
export const toResults = ({ policy, settled, worth, words, previous, now }: Standing): CheckResult[] =>
  policy.checks.map((check, i) => {
    const one = settled[i] as Settled;
    const before = lastOf(check, i, previous);
    const since = before?.outcome === one.judgement.outcome ? Math.min(before.since, now) : now;
    const share = worth[i] ?? 0;
    const said = words?.[i] ?? NO_WORDS;
    if (before && said.length === 0 && isRepeated(before, check, one, share, since)) return before;
    return toResult(check, one, said, share, since);
  });

const NO_WORDS: SourceWord[] = [];

/** The check's result in the last assessment; most often at the same place. */
export function lastOf({ id }: Check, index: number, previous: Carried | null): CarriedResult | undefined {
  const hinted = previous?.checks[index];
  return hinted?.check === id ? hinted : previous?.checks.find(({ check }) => check === id);
}

const pointsOf = ({ effect }: Settled, worth: number): number => (effect === 'given' ? worth : 0);

function toResult(
  check: Check,
  one: Settled,
  words: SourceWord[],
  worth: number,
  since: number,
): CheckResult {
  const { outcome, explain, remedy, user } = one.judgement;
  const result: CheckResult = {
    check: check.id,
    title: check.title,
    outcome,
    required: check.required,
    worth,
    points: pointsOf(one, worth),
    signals: check.signals,
    explain,
    remedy,
    since,
  };
  if (words.length > 0) result.sources = words;
  if (one.stage !== 'enforce') result.stage = one.stage;
  if (outcome === 'pass' || outcome === 'not_applicable') return result;
  result.user = user;
  if (one.effect === 'withheld') result.counts = true;
  if (check.audience !== 'both') result.audience = check.audience;
  if (one.failing) result.failing = one.failing;
  if (one.excuse) result.excuse = one.excuse;
  return result;
}

/** Whether there is nothing to say but what was said before. */
function isRepeated(
  before: CarriedResult | CheckResult,
  { title, required, signals }: Check,
  one: Settled,
  worth: number,
  since: number,
): before is CheckResult {
  return (
    one.judgement.explain === '' &&
    before.outcome === one.judgement.outcome &&
    before.worth === worth &&
    before.points === pointsOf(one, worth) &&
    before.since === since &&
    before.required === required &&
    (before.stage ?? 'enforce') === one.stage &&
    !('sources' in before) &&
    'title' in before &&
    before.title === title &&
    before.signals === signals
  );
}
