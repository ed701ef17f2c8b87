import { type Assessment, type Check, costsPoints, type Tier } from './words.ts';

/** The fewest checks to mend, and what that gives back. */
export interface Fix {
  checks: Check[];
  score: number;
  /** Points gained over the present score, the lifted cap included. */
  gain: number;
  /** Null when the policy's thresholds aren't known. */
  tier: Tier | null;
}

const RANK: Record<Tier, number> = { untrusted: 0, limited: 1, trusted: 2 };

function tierAt(score: number, tiers: Assessment['tiers']): Tier | null {
  if (!tiers) return null;
  if (score >= tiers.trusted) return 'trusted';
  return score >= tiers.limited ? 'limited' : 'untrusted';
}

function scoreAfter(assessment: Assessment, mended: readonly Check[]): number {
  const sum = assessment.checks.reduce(
    (total, check) => total + (mended.includes(check) ? check.worth : check.points),
    0,
  );
  const { cap } = assessment;
  const capHolds = assessment.checks.some(
    (check) => check.required && costsPoints(check) && !mended.includes(check),
  );
  return cap && capHolds ? Math.min(sum, cap.limit) : sum;
}

/**
 * What to mend first. While a required check fails the cap holds whatever else is mended, so required checks
 * come first; then the dearest, until the tier is better. Null when no mending makes the tier better.
 */
export function smallestFix(assessment: Assessment): Fix | null {
  // Whatever is mended on the device, this holds.
  if (assessment.restriction) return null;
  const costing = assessment.checks
    .filter(costsPoints)
    .toSorted((a, b) => Number(b.required) - Number(a.required) || b.worth - b.points - (a.worth - a.points));
  for (let n = 1; n <= costing.length; n += 1) {
    const checks = costing.slice(0, n);
    const score = scoreAfter(assessment, checks);
    const tier = tierAt(score, assessment.tiers);
    const better = tier ? RANK[tier] > RANK[assessment.tier] : score > assessment.score;
    if (better) return { checks, score, gain: score - assessment.score, tier };
  }
  return null;
}
