import type { Tier } from '@assay/shared';

/** The fleet at one moment: counts of devices. */
export interface CoverageNow {
  /** Neither revoked nor un-enrolled. */
  enrolled: number;
  /** A signed report of the last 24 hours. */
  reporting: number;
  judged: number;
  /** The verdict in force rests on evidence that the policy still accepts. */
  fresh: number;
}

/** How the fleet stood at the end of a day. */
export interface CoverageDay {
  at: number;
  tiers: Record<Tier, number>;
  /** How many devices failed a check, by its id. */
  failing: Record<string, number>;
}

/** From failing a check to passing it again. */
export interface MendingTime {
  check: string;
  mended: number;
  /** Null: nothing was mended. */
  meanMs: number | null;
  /** Failing now, and since when the oldest of them does. */
  open: number;
  oldestSince: number | null;
}

export interface CoverageHistory {
  days: CoverageDay[];
  mending: MendingTime[];
}

export interface CoverageReads {
  coverageNow(now: number): Promise<CoverageNow>;
  coverageHistory(input: { since: number; until: number }): Promise<CoverageHistory>;
}
