import type { Tier } from '@assay/shared';
import type { CoverageDay, CoverageHistory, MendingTime } from '../store/coverage.ts';

/** One row of a device's history: which tier it had from then on, and what it failed. */
export interface VerdictRow {
  device: string;
  at: number;
  tier: Tier;
  failing: readonly string[];
}

export const DAY_MS = 86_400_000;

/**
 * Pure. What the fleet's history comes to, day by day and check by check. The rows of one device follow each other, oldest
 * first, and begin with the verdict that held when the time began.
 */
export function sumCoverage(
  rows: Iterable<VerdictRow>,
  { since, until }: { since: number; until: number },
): CoverageHistory {
  const days = daysBetween(since, until);
  const mending = new Map<
    string,
    { mended: number; sumMs: number; open: number; oldestSince: number | null }
  >();
  const statOf = (check: string) => {
    const known = mending.get(check) ?? { mended: 0, sumMs: 0, open: 0, oldestSince: null };
    mending.set(check, known);
    return known;
  };
  let failingSince = new Map<string, number>();
  let device: string | null = null;
  let last: VerdictRow | null = null;

  const endDevice = () => {
    if (last) hold(days, last, until);
    for (const [check, from] of failingSince) {
      const stat = statOf(check);
      stat.open += 1;
      stat.oldestSince = Math.min(stat.oldestSince ?? from, from);
    }
    failingSince = new Map();
    last = null;
  };
  for (const row of rows) {
    if (row.device !== device) endDevice();
    device = row.device;
    if (last) hold(days, last, row.at);
    for (const [check, from] of failingSince) {
      if (row.failing.includes(check)) continue;
      failingSince.delete(check);
      if (row.at < since) continue;
      const stat = statOf(check);
      stat.mended += 1;
      stat.sumMs += row.at - from;
    }
    for (const check of row.failing) if (!failingSince.has(check)) failingSince.set(check, row.at);
    last = row;
  }
  endDevice();
  return {
    days,
    mending: [...mending].map(toMendingTime).sort((a, b) => b.open - a.open || b.mended - a.mended),
  };
}

function toMendingTime([check, { mended, sumMs, open, oldestSince }]: [
  string,
  { mended: number; sumMs: number; open: number; oldestSince: number | null },
]): MendingTime {
  return { check, mended, meanMs: mended === 0 ? null : Math.round(sumMs / mended), open, oldestSince };
}

/** By their ends, UTC; the last one is now. */
function daysBetween(since: number, until: number): CoverageDay[] {
  const days: CoverageDay[] = [];
  for (let end = Math.floor(since / DAY_MS) * DAY_MS + DAY_MS; end < until + DAY_MS; end += DAY_MS) {
    days.push({ at: Math.min(end, until), tiers: { trusted: 0, limited: 0, untrusted: 0 }, failing: {} });
  }
  return days;
}

/** A verdict counts at the end of each day on which it was in force then. */
function hold(days: readonly CoverageDay[], { at, tier, failing }: VerdictRow, before: number): void {
  for (const day of days) {
    if (day.at < at || (day.at >= before && day !== days.at(-1)) || before < day.at) continue;
    day.tiers[tier] += 1;
    for (const check of failing) day.failing[check] = (day.failing[check] ?? 0) + 1;
  }
}
