import type { Assessment, CheckResult, Fix, Tier } from '@assay/shared';
import { tierOf } from './tier.ts';

const RANK: Record<Tier, number> = { untrusted: 0, limited: 1, trusted: 2 };

/**
 * Pure. For each tier above the present one that mending can reach, the fewest checks to mend, the nearest tier first.
 * Empty when nothing needs mending, or when no mending helps.
 *
 * While a required check counts the cap holds whatever else is mended, so all of those are in every fix. Beyond them a
 * mended check adds its own points and moves no other's, so the dearest ones reach a score with the fewest.
 */
export function smallestFixes({ tier, tiers, checks, restriction }: Assessment): Fix[] {
  // Whatever is mended on a restricted device, this holds.
  if (restriction || !tiers || tier === 'trusted') return [];
  const costing = checks.filter(({ counts }) => counts);
  if (costing.length === 0) return [];
  const required = costing.filter((check) => check.required);
  const others = costing.filter((check) => !check.required).sort((a, b) => b.worth - a.worth);
  const earned = checks.reduce((sum, { points }) => sum + points, 0);
  let reached = required.reduce((sum, { worth }) => sum + worth, earned);
  const mended: CheckResult[] = [...required].sort((a, b) => b.worth - a.worth);
  const fixes: Fix[] = [];
  for (const next of [null, ...others]) {
    if (next) {
      mended.push(next);
      reached += next.worth;
    }
    const better = tierOf(reached, tiers);
    if (better === 'untrusted' || RANK[better] <= RANK[fixes.at(-1)?.tier ?? tier]) continue;
    fixes.push({ tier: better, score: reached, checks: mended.map(({ check }) => check) });
  }
  return fixes;
}
