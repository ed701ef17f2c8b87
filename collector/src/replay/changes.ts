import type { CheckOutcome, Excuse, Signals, Tier } from '@assay/shared';
import { type AssessContext, assess } from '../assess/assess.ts';
import type { Carried, CarriedResult } from '../assess/carried.ts';
import { isGranted } from '../assess/moves.ts';
import type { Policy } from '../policy/policy.ts';

/** What a verdict can come from. `admin`: somebody changed the device's standing, owner or groups. */
type ChangeKind = 'first' | 'time' | 'policy' | 'device' | 'exemption' | 'admin';

/** How a check stands; `excuse`: why it costs nothing although it does not pass. */
interface CheckStanding {
  outcome: CheckOutcome;
  excuse: Excuse['kind'] | null;
}

/** What one change did to the verdict. */
export interface VerdictMove {
  kind: ChangeKind;
  score: { from: number | null; to: number };
  tier: { from: Tier | null; to: Tier };
  /** Null: the policy has no such check. */
  checks: { check: string; from: CheckStanding | null; to: CheckStanding | null }[];
}

/** All that a verdict follows from. */
export interface Inputs {
  policy: Policy;
  signals: Signals;
  context: Omit<AssessContext, 'now' | 'evidenceAt' | 'previous'>;
  evidenceAt: number;
}

/**
 * Pure. Which change moved the verdict, by making one change after the other: first only time passes, then the policy
 * is another, then the device reports, then what people did takes hold. What a step moves, it caused.
 */
export function changesBetween(
  previous: Carried | null,
  before: Inputs | null,
  after: Inputs,
  now: number,
): VerdictMove[] {
  const judged = ({ policy, signals, context, evidenceAt }: Inputs) =>
    assess(policy, signals, { ...context, now, evidenceAt, previous });
  if (!previous || !before) return [toMove('first', null, judged(after))];
  const { clockSkew, exemptions, breakGlass } = after.context;
  const steps: [ChangeKind, (inputs: Inputs) => Inputs][] = [
    ['time', (inputs) => inputs],
    ['policy', (inputs) => ({ ...inputs, policy: after.policy })],
    ['device', ({ policy, context }) => ({ ...after, policy, context: { ...context, clockSkew } })],
    ['exemption', (inputs) => ({ ...inputs, context: { ...inputs.context, exemptions, breakGlass } })],
    ['admin', () => after],
  ];
  const moves: VerdictMove[] = [];
  let last: Carried = previous;
  let inputs = before;
  for (const [kind, change] of steps) {
    inputs = change(inputs);
    const next = judged(inputs);
    const move = toMove(kind, last, next);
    if (hasMoved(move))
      moves.push(kind === 'time' && lostExemption(move) ? { ...move, kind: 'exemption' } : move);
    last = next;
  }
  return moves;
}

const hasMoved = ({ checks, score, tier }: VerdictMove): boolean =>
  checks.length > 0 || score.from !== score.to || tier.from !== tier.to;

const lostExemption = ({ checks }: VerdictMove): boolean =>
  checks.some(({ from, to }) => isGranted(from?.excuse) && !isGranted(to?.excuse));

const standingsOf = (assessment: Carried | null): Map<string, CheckStanding> =>
  new Map(assessment?.checks.map((result) => [result.check, toStanding(result)]));
const toStanding = ({ outcome, excuse }: CarriedResult): CheckStanding => ({
  outcome,
  excuse: excuse?.kind ?? null,
});

function toMove(kind: ChangeKind, from: Carried | null, to: Carried): VerdictMove {
  const [before, after] = [standingsOf(from), standingsOf(to)];
  const checks = [...new Set([...before.keys(), ...after.keys()])]
    .map((check) => ({ check, from: before.get(check) ?? null, to: after.get(check) ?? null }))
    .filter((move) => move.from?.outcome !== move.to?.outcome || move.from?.excuse !== move.to?.excuse);
  return {
    ...{ kind, checks },
    score: { from: from?.score ?? null, to: to.score },
    tier: { from: from?.tier ?? null, to: to.tier },
  };
}
