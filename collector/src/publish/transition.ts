import type { Assessment } from '@assay/shared';
import type { Verdict } from './target.ts';

export const toVerdict = (assessment: Assessment): Verdict => ({
  score: assessment.score,
  tier: assessment.tier,
  compliant: assessment.compliant,
  since: assessment.tierSince,
  validUntil: assessment.validUntil,
  policy: assessment.policy.hash,
});

/** Whether the step from one assessment to the next is worth a place in the history and a word to consumers. */
export function isTransition(previous: Assessment | null, current: Assessment): boolean {
  if (!previous || previous.score !== current.score || previous.tier !== current.tier) return true;
  const outcomes = (assessment: Assessment) =>
    assessment.checks.map(({ check, outcome }) => `${check} ${outcome}`).join();
  return outcomes(previous) !== outcomes(current);
}
