import type { Tier } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';

/** The highest tier whose threshold the score reaches. */
export function tierOf(score: number, tiers: Policy['tiers']): Tier {
  if (score >= tiers.trusted) return 'trusted';
  return score >= tiers.limited ? 'limited' : 'untrusted';
}
