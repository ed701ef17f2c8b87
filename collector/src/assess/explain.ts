import type { Assessment, CheckResult, Finding, Restriction } from '@assay/shared';
import { isGranted, isOfExcuse, isOfExemption, type Move, movesBetween, sentence } from './moves.ts';
import { RESTRICTION_CAP } from './score.ts';

/** What made the tier or the score move. `checks` names those that moved, the one that mattered most first. */
export interface Cause {
  kind: 'device' | 'policy' | 'time' | 'exemption' | 'first';
  checks: string[];
  /** One sentence for people. */
  text: string;
}

/**
 * What costs points or caps the score, dearest first: what restricts the device itself, for no mending helps against
 * it; then required checks; then by the points that mending gives back. After them what is excused, the excuse that
 * ends first in front. What is only observed is nobody's business yet.
 */
export function findings({ checks, restriction }: Assessment): Finding[] {
  const found = checks.filter(isFound).map(toFinding).sort(byImportance);
  return restriction ? [restrictionFinding(restriction), ...found] : found;
}

const restrictionFinding = ({ title, explain, remedy }: Restriction): Finding => ({
  ...{ check: RESTRICTION_CAP, title, outcome: 'fail', required: true, audience: 'both' },
  ...{ explain, user: explain, remedy, points: 0 },
});

type Found = CheckResult & Pick<Finding, 'outcome'>;

const isFound = (result: CheckResult): result is Found => {
  const { outcome, counts, excuse } = result;
  if (outcome !== 'fail' && outcome !== 'unknown') return false;
  return counts === true || (excuse !== undefined && excuse.kind !== 'observe');
};

function toFinding(result: Found): Finding {
  const { check, title, outcome, required, explain, user = '', remedy, audience = 'both', excuse } = result;
  const points = result.worth - result.points;
  const finding: Finding = { check, title, outcome, required, explain, user, remedy, audience, points };
  return excuse ? { ...finding, excuse } : finding;
}

const endOf = ({ excuse }: Finding): number =>
  excuse && 'until' in excuse ? excuse.until : Number.POSITIVE_INFINITY;

function byImportance(a: Finding, b: Finding): number {
  if (a.excuse || b.excuse) return Number(!!a.excuse) - Number(!!b.excuse) || endOf(a) - endOf(b) || 0;
  return Number(b.required) - Number(a.required) || b.points - a.points;
}

const shortHash = (hash: string): string => hash.slice(0, 'sha256:'.length + 12);

// The same evidence holds until the same moment. With newer evidence, an end of support that passed in between can
// still be what moved the checks that read the OS.
function isByTime(previous: Assessment, current: Assessment, moves: readonly Move[]): boolean {
  if (moves.length > 0 && moves.every(isOfExcuse)) return true;
  if (current.assessedAt >= current.validUntil || previous.validUntil === current.validUntil) return true;
  const wasDue = previous.nextLookAt !== null && previous.nextLookAt <= current.assessedAt;
  return (
    wasDue &&
    moves.length > 0 &&
    moves.every(({ result }) => result.signals.includes('os') && result.outcome !== 'pass')
  );
}

const exemptionLead = ([move]: readonly Move[]): string =>
  isGranted(move?.result.excuse?.kind) ? 'An exemption began' : 'An exemption ended';

/**
 * Which one change moved the verdict from `previous` to `current`. A changed policy goes before the device, because
 * the two are applied one after the other; a stale or ended state before the device, because no report brought it.
 */
export function causeOf(previous: Assessment | null, current: Assessment): Cause {
  if (!previous) {
    const why = current.restriction ? ` ${current.restriction.explain}` : '';
    return { kind: 'first', checks: [], text: `This is the first assessment of the device.${why}` };
  }
  const moves = movesBetween(previous, current);
  const checks = moves.map(({ result }) => result.check);
  if (previous.policy.hash !== current.policy.hash) {
    const from = `${previous.policy.name} (${shortHash(previous.policy.hash)})`;
    const to = `${current.policy.name} (${shortHash(current.policy.hash)})`;
    return { kind: 'policy', checks, text: sentence(`The policy changed from ${from} to ${to}`, moves) };
  }
  if (moves.length > 0 && moves.every(isOfExemption))
    return { kind: 'exemption', checks, text: sentence(exemptionLead(moves), moves) };
  if (!isByTime(previous, current, moves))
    return { kind: 'device', checks, text: sentence('The device changed', moves) };
  const stale = current.assessedAt >= current.validUntil && !moves.every(isOfExcuse);
  const lead = stale ? 'The newest report became older than the policy accepts' : 'Time passed';
  return { kind: 'time', checks, text: sentence(lead, moves) };
}
