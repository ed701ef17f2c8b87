import type { ProbeCounts } from '../store/canary.ts';

/** What is promised: so large a share of changes is told within so long a time. */
export const OBJECTIVE = { withinMs: 1000, share: 0.999 } as const;

/** What the promise is looked at over, ms. */
export const WINDOWS = { '1h': 3_600_000, '24h': 86_400_000, '30d': 30 * 86_400_000 } as const;
export type WindowName = keyof typeof WINDOWS;
export const WINDOW_NAMES = Object.keys(WINDOWS) as WindowName[];

/** Probes are counted by spans of this length. */
export const SPAN_MS = 300_000;

/** The counts of a window as people read them. */
export interface WindowShare extends ProbeCounts {
  window: WindowName;
  /** Of the probes, those that were told in time; null: there were none. */
  share: number | null;
  /**
   * What is left of the probes that may be late or lost without breaking the promise: 1 is all of it, 0 none, less than
   * that a broken promise. Null: there were no probes.
   */
  budgetLeft: number | null;
}

/** Pure. */
export function shareOf(window: WindowName, counts: ProbeCounts): WindowShare {
  const { probes, good } = counts;
  if (probes === 0) return { window, ...counts, share: null, budgetLeft: null };
  const allowed = probes * (1 - OBJECTIVE.share);
  return { window, ...counts, share: good / probes, budgetLeft: 1 - (probes - good) / allowed };
}

/** Pure. How a probe that was told counts. */
export const isGood = (toldMs: number): boolean => toldMs <= OBJECTIVE.withinMs;

export const NO_PROBES: ProbeCounts = { probes: 0, good: 0, failed: 0 };

/** Pure. */
export const addCounts = (a: ProbeCounts, b: ProbeCounts, sign: 1 | -1 = 1): ProbeCounts => ({
  probes: a.probes + sign * b.probes,
  good: a.good + sign * b.good,
  failed: a.failed + sign * b.failed,
});
