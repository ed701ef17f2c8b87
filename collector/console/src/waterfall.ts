import type { Assessment, Check } from './words.ts';

/** A stretch of the score's axis, in points. */
export interface Stretch {
  from: number;
  to: number;
}

export interface WaterfallRow {
  check: Check;
  /** What the check added, stacked from 0 upwards. */
  earned: Stretch;
  /** What it withheld, stacked from the full score downwards. */
  lost: Stretch;
}

export interface Waterfall {
  /** What costs points, dearest first, then what earned them. */
  rows: WaterfallRow[];
  notApplicable: Check[];
  /** Points of checks that fail and are excused for now. */
  waived: number;
  /** The checks' points before the cap. */
  sum: number;
  /** What all applicable checks are worth together. */
  full: number;
  /** What the cap took: from the score up to the sum. */
  cap: (Stretch & { check: string; limit: number; points: number }) | null;
}

/**
 * Lays the contributions out so that they are seen to add up: losses come down from the full score, gains climb
 * from zero, both meet at the sum, and the cap leads from there back to the score.
 */
export function toWaterfall(assessment: Assessment): Waterfall {
  const lossOf = (check: Check) => check.worth - check.points;
  const applicable = assessment.checks
    .filter((check) => check.outcome !== 'not_applicable')
    .toSorted((a, b) => lossOf(b) - lossOf(a) || b.worth - a.worth);
  const full = applicable.reduce((total, check) => total + check.worth, 0);
  let sum = 0;
  let ceiling = full;
  const rows = applicable.map((check) => {
    const earned = { from: sum, to: sum + check.points };
    const lost = { from: ceiling - lossOf(check), to: ceiling };
    sum = earned.to;
    ceiling = lost.from;
    return { check, earned, lost };
  });
  const { cap, score } = assessment;
  return {
    rows,
    notApplicable: assessment.checks.filter((check) => check.outcome === 'not_applicable'),
    waived: applicable.reduce((total, { excuse, points }) => total + (excuse ? points : 0), 0),
    sum,
    full,
    cap: cap && { ...cap, from: score, to: sum },
  };
}
