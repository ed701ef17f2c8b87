import type { Tier } from '@assay/shared';

/** How old the newest evidence behind a verdict is, at most; the last takes the rest. */
export const EVIDENCE_AGES = ['1h', '4h', '24h', '7d', 'older'] as const;
export type EvidenceAge = (typeof EVIDENCE_AGES)[number];

/** Devices by what a check makes of them; those that it does not apply to are in none. */
export interface CheckStanding {
  pass: number;
  fail: number;
  unknown: number;
  /** Does not pass, and is excused by a person. */
  exempt: number;
  /** Since when the one that has failed longest does, ms; null: none fails. */
  oldestSince: number | null;
}

/** The fleet at one moment: counts of devices. */
export interface FleetLook {
  /** Neither revoked nor un-enrolled. */
  enrolled: number;
  /** A signed report of the last 24 hours. */
  reporting: number;
  judged: number;
  /** The verdict in force rests on evidence that the policy still accepts. */
  fresh: number;
  tiers: Record<Tier, number>;
  /** Of the verdicts in force. */
  ages: Record<EvidenceAge, number>;
  checks: Record<string, CheckStanding>;
  /** Enrolled devices by the version of their agent. */
  agents: Record<string, number>;
}

/** The last look of an hour; `hour` is its beginning, ms since 1970. */
export interface CoverageHour {
  hour: number;
  at: number;
  look: FleetLook;
}

/** What happened in an hour. */
export interface CoverageEvents {
  hour: number;
  /** Changes of verdict that were published, and how many of them on fresh evidence. */
  told: number;
  toldFresh: number;
  /** From failing to passing, by check. */
  mended: Record<string, { count: number; sumMs: number }>;
}

export interface CoverageWrites {
  /** In the place of the hour's look before. Hours that lie ahead of it were looked at by a wrong clock, and go. */
  putCoverage(look: CoverageHour): Promise<void>;
  /** Adds to what happened in that hour already. */
  addCoverageEvents(events: CoverageEvents): Promise<void>;
  /** Keeps the last look of each day before `hourlyBefore`, and nothing before `before`. */
  pruneCoverage(input: { before: number; hourlyBefore: number }): Promise<void>;
}

export interface CoverageReads {
  /** So many devices after one, counted; `after` is where to go on, null: that was all. */
  lookAtFleet(input: {
    after: string;
    limit: number;
    now: number;
  }): Promise<{ look: FleetLook; after: string | null }>;
  /** Hours that began in this time, the oldest first; one without a look is missing. */
  coverageHours(input: { since: number; until: number }): Promise<CoverageHour[]>;
  coverageEvents(input: { since: number; until: number }): Promise<CoverageEvents[]>;
}
