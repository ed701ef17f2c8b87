import type { Assessment, CheckResult, Fix, Tier } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from './score.ts';
import { smallestFixes } from './smallest-fix.ts';
import { tierOf } from './tier.ts';

const TIERS = { trusted: 80, limited: 50 };

interface Given {
  weight: number;
  required?: boolean;
  counts?: boolean;
}

/** An assessment of checks of these weights, each of which counts against the device or gives its points. */
function assessmentOf(given: Record<string, Given>, tiers = TIERS): Assessment {
  const worth = shareOut(Object.values(given).map(({ weight }) => weight));
  const checks = Object.entries(given).map(
    ([check, { required = false, counts = false }], i): CheckResult => ({
      ...{ check, title: check, required, signals: [], explain: '', remedy: '', since: 0 },
      outcome: counts ? 'fail' : 'pass',
      worth: worth[i] ?? 0,
      points: counts ? 0 : (worth[i] ?? 0),
      ...(counts ? { counts: true } : {}),
    }),
  );
  const score = scoreOf(checks, new Set(), tiers);
  const tier = tierOf(score, tiers);
  return {
    ...{
      policy: { name: 'p', hash: 'h' },
      tiers,
      assessedAt: 0,
      score,
      tier,
      compliant: tier !== 'untrusted',
    },
    ...{ tierSince: 0, validUntil: 1, nextLookAt: null, checks, cap: null },
  };
}

/** The score by its definition, once some checks are mended. */
function scoreOf(checks: readonly CheckResult[], mended: ReadonlySet<string>, tiers = TIERS): number {
  const left = checks.filter(({ check, counts }) => counts && !mended.has(check));
  const sum = checks.filter((check) => !left.includes(check)).reduce((total, { worth }) => total + worth, 0);
  return left.some(({ required }) => required) ? Math.min(sum, tiers.limited - 1) : sum;
}

const tiersOf = (fixes: Fix[]) => fixes.map(({ tier, checks }) => [tier, checks]);

describe('the smallest fix', () => {
  it('is the required check while it caps the score, though another costs more', () => {
    const judged = assessmentOf({
      firewall: { weight: 25, counts: true },
      disk: { weight: 15, counts: true, required: true },
      os: { weight: 60 },
    });
    expect(smallestFixes(judged)).toEqual([
      { tier: 'limited', score: 75, checks: ['disk'] },
      { tier: 'trusted', score: 100, checks: ['disk', 'firewall'] },
    ]);
  });

  it('names every required check that fails, because each alone keeps the cap', () => {
    const judged = assessmentOf({
      disk: { weight: 20, counts: true, required: true },
      edr: { weight: 20, counts: true, required: true },
      os: { weight: 60 },
    });
    expect(smallestFixes(judged)).toEqual([{ tier: 'trusted', score: 100, checks: ['disk', 'edr'] }]);
  });

  it('is the one dearest check that reaches the next tier', () => {
    const judged = assessmentOf({
      cheap: { weight: 10, counts: true },
      dear: { weight: 20, counts: true },
      os: { weight: 70 },
    });
    expect(tiersOf(smallestFixes(judged))).toEqual([['trusted', ['dear']]]);
  });

  it('does not exist when the tier cannot get better, or nothing on the device helps', () => {
    const trusted = assessmentOf({ cheap: { weight: 10, counts: true }, os: { weight: 90 } });
    expect(smallestFixes(trusted)).toEqual([]);
    const revoked = assessmentOf({ disk: { weight: 60, counts: true }, os: { weight: 40 } });
    const restriction = { state: 'revoked', title: '', explain: '', remedy: '' } as const;
    expect(smallestFixes({ ...revoked, restriction })).toEqual([]);
  });
});

describe('for any few checks', () => {
  const RANK: Record<Tier, number> = { untrusted: 0, limited: 1, trusted: 2 };
  const anyGiven = fc.record({
    weight: fc.integer({ min: 1, max: 1000 }),
    required: fc.boolean(),
    counts: fc.boolean(),
  });
  const anyTiers = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map(([limited, above]) => ({ limited, trusted: Math.min(100, limited + above) }));

  /** The size of the smallest of all sets of checks that bring the device to a tier; null when none does. */
  function smallestSize({ checks }: Assessment, tiers: typeof TIERS, tier: Tier): number | null {
    const costing = checks.filter(({ counts }) => counts).map(({ check }) => check);
    let smallest: number | null = null;
    for (let set = 0; set < 1 << costing.length; set += 1) {
      const mended = new Set(costing.filter((_, i) => set & (1 << i)));
      if (RANK[tierOf(scoreOf(checks, mended, tiers), tiers)] < RANK[tier]) continue;
      smallest = Math.min(smallest ?? mended.size, mended.size);
    }
    return smallest;
  }

  it('no smaller set of checks reaches the tier, and none is missed that can be reached', () => {
    fc.assert(
      fc.property(fc.array(anyGiven, { minLength: 1, maxLength: 8 }), anyTiers, (given, tiers) => {
        const judged = assessmentOf(Object.fromEntries(given.map((one, i) => [`c${i}`, one])), tiers);
        const fixes = smallestFixes(judged);
        for (const { tier, score, checks } of fixes) {
          expect(scoreOf(judged.checks, new Set(checks), tiers)).toBe(score);
          expect(tierOf(score, tiers)).toBe(tier);
          expect(checks.length).toBe(smallestSize(judged, tiers, tier));
        }
        for (const tier of ['limited', 'trusted'] as const) {
          if (RANK[tier] <= RANK[judged.tier] || smallestSize(judged, tiers, tier) === null) continue;
          expect(fixes.some((fix) => RANK[fix.tier] >= RANK[tier])).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
