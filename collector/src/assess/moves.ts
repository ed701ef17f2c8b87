import type { Assessment, CheckOutcome, CheckResult, Excuse } from '@assay/shared';

/** One check that stands otherwise than before. */
export interface Move {
  result: CheckResult;
  before: CheckResult | undefined;
  gain: number;
}

const CAP_WEIGHT = 1000;

const capOf = (result: CheckResult | undefined): number =>
  result?.required && result.counts ? -CAP_WEIGHT : 0;

/** What changed its outcome, or its excuse; what mattered most in the direction of the score comes first. */
export function movesBetween(previous: Assessment, current: Assessment): Move[] {
  const moves: Move[] = [];
  for (const result of current.checks) {
    const before = previous.checks.find(({ check }) => check === result.check);
    if (before?.outcome === result.outcome && before.excuse?.kind === result.excuse?.kind) continue;
    // The cap outweighs any points.
    const gain = result.points - (before?.points ?? 0) + capOf(result) - capOf(before);
    moves.push({ result, before, gain });
  }
  const direction = Math.sign(current.score - previous.score) || -1;
  return moves.sort((a, b) => direction * (b.gain - a.gain));
}

/** Only the excuse changed: the device is as it was. */
export const isOfExcuse = ({ result, before }: Move): boolean => before?.outcome === result.outcome;

/** A person excused it, and not the policy. */
export const isGranted = (excuse: Excuse['kind'] | null | undefined): boolean =>
  excuse === 'exempt' || excuse === 'break_glass';

/** A person's excuse began or ended. */
export const isOfExemption = (move: Move): boolean =>
  isOfExcuse(move) && (isGranted(move.result.excuse?.kind) || isGranted(move.before?.excuse?.kind));

const MOVED: Record<CheckOutcome, string> = {
  pass: 'now passes',
  fail: 'now fails',
  unknown: 'could not be told',
  not_applicable: 'no longer applies',
};

const EXCUSED: Record<Excuse['kind'], string> = {
  observe: 'is observed only',
  warn: 'is warned of only',
  hold: 'has not failed for long enough to count',
  grace: 'is in grace',
  exempt: 'is exempt',
  break_glass: 'is excused by break-glass',
};

const ENDED: Record<Excuse['kind'], string> = {
  observe: 'is now enforced',
  warn: 'is now enforced',
  hold: 'has failed for long enough to count',
  grace: 'was not mended within its grace',
  exempt: 'is no longer exempt',
  break_glass: 'is no longer excused by break-glass',
};

/** What happened to a check, to come after its title. */
function moved(move: Move): string {
  const { result, before } = move;
  const excused = result.excuse ? EXCUSED[result.excuse.kind] : '';
  if (!isOfExcuse(move)) return excused ? `${MOVED[result.outcome]}, but ${excused}` : MOVED[result.outcome];
  const ended = before?.excuse && result.counts ? ENDED[before.excuse.kind] : '';
  return excused || ended || 'counts otherwise';
}

/** `The device changed: "The firewall is on" now fails, and 2 more checks changed.` */
export function sentence(lead: string, moves: readonly Move[]): string {
  const [first, ...others] = moves;
  if (!first) return `${lead}, and no check changed its outcome.`;
  const more =
    others.length === 0
      ? ''
      : `, and ${others.length} more ${others.length === 1 ? 'check' : 'checks'} changed`;
  return `${lead}: "${first.result.title}" ${moved(first)}${more}.`;
}
