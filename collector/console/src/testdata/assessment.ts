import type { Assessment, Check } from '../words.ts';

/** A check worth 20 that passes, unless said otherwise. */
export const check = (facts: Partial<Check> & Pick<Check, 'check'>): Check => ({
  title: `about ${facts.check}`,
  outcome: 'pass',
  required: false,
  worth: 20,
  points: 20,
  signals: ['os'],
  explain: '',
  remedy: '',
  since: 0,
  ...facts,
});

export const failing = (name: string, worth: number, required = false): Check =>
  check({ check: name, outcome: 'fail', required, worth, points: 0, counts: true });

/** An assessment of these checks by the rules of the collector: 80 is trusted, 50 limited, required checks cap at 49. */
export function assessment(checks: Check[]): Assessment {
  const sum = checks.reduce((total, { points }) => total + points, 0);
  const capping = checks.find(({ required, points, worth }) => required && points < worth);
  const score = capping ? Math.min(sum, 49) : sum;
  return {
    policy: { name: 'baseline', hash: 'sha256:0' },
    assessedAt: 0,
    score,
    tier: score >= 80 ? 'trusted' : score >= 50 ? 'limited' : 'untrusted',
    tiers: { trusted: 80, limited: 50 },
    compliant: score >= 50,
    tierSince: 0,
    validUntil: 1,
    nextLookAt: null,
    checks,
    cap: capping ? { check: capping.check, limit: 49, points: score - sum } : null,
    fixes: [],
  };
}
