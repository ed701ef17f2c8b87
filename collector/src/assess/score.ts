import type { Cap, Restriction } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import type { Effect } from './outcome.ts';

/** Integers: the sum of all `points` and the cap's points is `score`, exactly. */
export interface Score {
  score: number;
  worth: number[];
  points: number[];
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

/**
 * Pure. Where no check applies, or none could be told and all are ignored, the score is 0: nothing was shown, so
 * nothing is trusted. A restriction caps like a failing required check, and goes before it.
 */
export function toScore(
  policy: Policy,
  settled: readonly { effect: Effect }[],
  restriction: Restriction | null = null,
): Score {
  const worth = shareOut(
    policy.checks.map(({ weight }, i) => (settled[i]?.effect === 'ignored' ? 0 : weight)),
  );
  const points = worth.map((share, i) => (settled[i]?.effect === 'given' ? share : 0));
  const sum = points.reduce((total, share) => total + share, 0);
  const failing = policy.checks.find(({ required }, i) => required && settled[i]?.effect === 'withheld');
  const capping = restriction ? RESTRICTION_CAP : failing?.id;
  if (capping === undefined) return { score: sum, worth, points, cap: null };
  const limit = policy.tiers.limited - 1;
  const score = Math.min(sum, limit);
  return { score, worth, points, cap: { check: capping, limit, points: score - sum } };
}
