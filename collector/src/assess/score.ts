import type { Cap, Restriction } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import type { Effect } from './outcome.ts';

/** Integers: what the given checks are worth, and the cap's points, sum up to `score` exactly. */
export interface Score {
  score: number;
  /** Each check's share of the 100 points; given, unless its effect is to withhold them. */
  worth: readonly number[];
  cap: Cap | null;
}

const FULL = 100;

/** What a restriction's cap and finding are named by, in the place of a check's id. */
export const RESTRICTION_CAP = 'enrollment';

/**
 * Shares out 100 points by weight, in whole points (largest remainder; the earlier check wins a tie). All zero when
 * nothing weighs anything.
 */
export function shareOut(weights: readonly number[]): number[] {
  let total = 0;
  for (const weight of weights) total += weight;
  if (total === 0) return weights.map(() => 0);
  const shares: number[] = [];
  const remainders: number[] = [];
  let left = FULL;
  for (const weight of weights) {
    const share = Math.floor((weight * FULL) / total);
    shares.push(share);
    // Larger ones first, then the earlier: one number says both.
    remainders.push(((weight * FULL) % total) * weights.length + (weights.length - shares.length));
    left -= share;
  }
  const least = remainders.toSorted((a, b) => b - a)[left - 1] ?? Number.POSITIVE_INFINITY;
  return shares.map((share, i) => ((remainders[i] ?? 0) >= least ? share + 1 : share));
}

type Effects = readonly { effect: Effect }[];

/**
 * Pure. Where no check applies, or none could be told and all are ignored, the score is 0: nothing was shown, so
 * nothing is trusted. A restriction caps like a failing required check, and goes before it.
 */
export function toScore(policy: Policy, settled: Effects, restriction: Restriction | null = null): Score {
  const worth = worthOf(policy, settled);
  let sum = 0;
  let capping = restriction ? RESTRICTION_CAP : null;
  for (let i = 0; i < settled.length; i++) {
    const effect = settled[i]?.effect;
    if (effect === 'given') sum += worth[i] ?? 0;
    else if (effect === 'withheld' && policy.checks[i]?.required) capping ??= policy.checks[i]?.id ?? null;
  }
  if (capping === null) return { score: sum, worth, cap: null };
  const limit = policy.tiers.limited - 1;
  const score = Math.min(sum, limit);
  return { score, worth, cap: { check: capping, limit, points: score - sum } };
}

const MOST_REMEMBERED = 1000;
const MOST_COUNTED = 53;
const remembered = new WeakMap<Policy, Map<number, readonly number[]>>();

/** Which checks have a part in the score differs little from device to device: the shares are known, most often. */
function worthOf(policy: Policy, settled: Effects): readonly number[] {
  if (settled.length > MOST_COUNTED) return sharesOf(policy, settled);
  const known = remembered.get(policy) ?? new Map<number, readonly number[]>();
  // One bit a check.
  let counted = 0;
  for (const { effect } of settled) counted = counted * 2 + (effect === 'ignored' ? 0 : 1);
  let worth = known.get(counted);
  if (worth) return worth;
  worth = sharesOf(policy, settled);
  if (known.size >= MOST_REMEMBERED) known.clear();
  remembered.set(policy, known.set(counted, worth));
  return worth;
}

const sharesOf = ({ checks }: Policy, settled: Effects): readonly number[] =>
  shareOut(checks.map(({ weight }, i) => (settled[i]?.effect === 'ignored' ? 0 : weight)));
