import type { Assessment } from '@assay/shared';
import { inOneSpelling } from '../store/spelling.ts';
import type { Verdict, VerdictChange } from './target.ts';

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
  if (previous.checks === current.checks) return false;
  const outcomes = (assessment: Assessment) =>
    assessment.checks.map(({ check, outcome, excuse }) => `${check} ${outcome} ${excuse?.kind ?? ''}`).join();
  return outcomes(previous) !== outcomes(current);
}

/**
 * Pure. What is told of a change: itself, and before it, when the device had another owner, that it is theirs no more. A
 * consumer that matches on e-mail knows of a verdict only under the owner it was told with. Whose address is only spelt
 * otherwise loses nothing.
 */
export function changesToTell(change: VerdictChange): VerdictChange[] {
  const { subject, lifecycle, previous, current } = change;
  if (lifecycle?.kind !== 'owner_changed' || !lifecycle.previousOwner) return [change];
  if (isSameAddress(lifecycle.previousOwner, subject.owner)) return [change];
  const withdrawn: VerdictChange = {
    ...change,
    subject: { ...subject, owner: lifecycle.previousOwner },
    current: { ...current, score: 0, tier: 'untrusted', compliant: false },
    previous: previous ?? current,
    findings: [],
    lifecycle: { kind: 'withdrawn', owner: subject.owner },
  };
  return [withdrawn, change];
}

// As identity providers compare them (RFC 5321 leaves case before the @ to the receiver; none makes use of it).
const isSameAddress = (a: string, b: string | null): boolean =>
  b !== null && inOneSpelling(a) === inOneSpelling(b);
