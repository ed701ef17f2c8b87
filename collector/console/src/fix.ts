import type { Assessment, Check } from './words.ts';

/** The fewest checks to mend for the next better tier, and what that gives back. */
export interface Fix {
  tier: Assessment['fixes'][number]['tier'];
  checks: Check[];
  score: number;
  /** Points gained over the present score, the lifted cap included. */
  gain: number;
}

/** The collector's answer, with its checks looked up; null when no mending makes the tier better. */
export function nearestFix({ fixes: [nearest], checks, score }: Assessment): Fix | null {
  if (!nearest) return null;
  const mended = nearest.checks.flatMap((id) => checks.find(({ check }) => check === id) ?? []);
  return { tier: nearest.tier, checks: mended, score: nearest.score, gain: nearest.score - score };
}
