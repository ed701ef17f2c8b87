import type { Assessment, Cap, CheckOutcome, CheckResult, Finding, Restriction } from '@assay/shared';
import { RESTRICTION_CAP } from './score.ts';

/** What made the tier or the score move. `checks` names those that moved, the one that mattered most first. */
export interface Cause {
  kind: 'device' | 'policy' | 'time' | 'first';
  checks: string[];
  /** One sentence for people. */
  text: string;
}

/**
 * What costs points or caps the score, dearest first: what restricts the device itself, for no mending helps against
 * it; then required checks; then by the points that mending gives back.
 */
export function findings({ checks, cap, restriction }: Assessment): Finding[] {
  const ofChecks = checks
    .flatMap((result) => toFinding(result, cap))
    .sort((a, b) => Number(b.required) - Number(a.required) || b.points - a.points);
  return restriction ? [restrictionFinding(restriction), ...ofChecks] : ofChecks;
}

const restrictionFinding = ({ title, explain, remedy }: Restriction): Finding => ({
  ...{ check: RESTRICTION_CAP, title, outcome: 'fail', required: true, explain, remedy, points: 0 },
});

// An unknown that is ignored or counts as a pass costs nothing, and is no finding.
function toFinding(result: CheckResult, cap: Cap | null): Finding[] {
  const { check, title, outcome, required, explain, remedy } = result;
  const points = result.worth - result.points;
  if (outcome !== 'fail' && outcome !== 'unknown') return [];
  if (outcome === 'unknown' && points === 0 && cap?.check !== check) return [];
  return [{ check, title, outcome, required, explain, remedy, points }];
}

interface Move {
  result: CheckResult;
  gain: number;
}

const CAP_WEIGHT = 1000;
const MOVED: Record<CheckOutcome, string> = {
  pass: 'now passes',
  fail: 'now fails',
  unknown: 'could not be told',
  not_applicable: 'no longer applies',
};

function movesBetween(previous: Assessment, current: Assessment): Move[] {
  const moves: Move[] = [];
  for (const result of current.checks) {
    const before = previous.checks.find(({ check }) => check === result.check);
    if (before?.outcome === result.outcome) continue;
    // Passing or not passing a required check moves the cap, which outweighs any points.
    const capped = result.required ? CAP_WEIGHT * (result.outcome === 'pass' ? 1 : -1) : 0;
    moves.push({
      result,
      gain: result.points - (before?.points ?? 0) + capped,
    });
  }
  const direction = Math.sign(current.score - previous.score) || -1;
  return moves.sort((a, b) => direction * (b.gain - a.gain));
}

function sentence(lead: string, moves: readonly Move[]): string {
  const [first, ...others] = moves;
  if (!first) return `${lead}, and no check changed its outcome.`;
  const more =
    others.length === 0
      ? ''
      : `, and ${others.length} more ${others.length === 1 ? 'check' : 'checks'} changed`;
  return `${lead}: "${first.result.title}" ${MOVED[first.result.outcome]}${more}.`;
}

const shortHash = (hash: string): string => hash.slice(0, 'sha256:'.length + 12);

// The same evidence holds until the same moment. With newer evidence, an end of support that passed in between can
// still be what moved the checks that read the OS.
function isByTime(previous: Assessment, current: Assessment, moves: readonly Move[]): boolean {
  if (current.assessedAt >= current.validUntil || previous.validUntil === current.validUntil) return true;
  const wasDue = previous.nextLookAt !== null && previous.nextLookAt <= current.assessedAt;
  return (
    wasDue &&
    moves.length > 0 &&
    moves.every(({ result }) => result.signals.includes('os') && result.outcome !== 'pass')
  );
}

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
  if (!isByTime(previous, current, moves))
    return { kind: 'device', checks, text: sentence('The device changed', moves) };
  const stale = current.assessedAt >= current.validUntil;
  const lead = stale ? 'The newest report became older than the policy accepts' : 'Time passed';
  return { kind: 'time', checks, text: sentence(lead, moves) };
}
