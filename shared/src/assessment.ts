import type { SignalName } from './signals.ts';

export const TIERS = ['trusted', 'limited', 'untrusted'] as const;
export type Tier = (typeof TIERS)[number];

export type CheckOutcome = 'pass' | 'fail' | 'unknown' | 'not_applicable';

/** One check's result. `points` of all results plus the cap's `points` are the score, exactly. */
export interface CheckResult {
  check: string;
  title: string;
  outcome: CheckOutcome;
  /** Failing it caps the score below `limited`. */
  required: boolean;
  /** Integer share of the 100 points this check is worth among the applicable ones. */
  worth: number;
  /** Integer contribution to the score: `worth`, or 0. */
  points: number;
  /** The signals it read, so that a person can look at the evidence. */
  signals: SignalName[];
  /** What was found, against what is expected; empty on a pass. */
  explain: string;
  /** What to do about it on this platform; empty on a pass. */
  remedy: string;
  /** Collector's clock, ms: since when the outcome is what it is. */
  since: number;
}

/** Why a device may not be trusted whatever its posture is: what it is, and what to do, in words for people. */
export interface Restriction {
  state: 'pending' | 'quarantined' | 'revoked' | 'unenrolled';
  title: string;
  explain: string;
  remedy: string;
}

/** The cap of a restriction; without one, the lowest cap of any failing required check. */
export interface Cap {
  /** The check's id; `enrollment` for a restriction. */
  check: string;
  /** The score may not exceed this. */
  limit: number;
  /** Integer, zero or negative: what the cap took from the sum of the checks' points. */
  points: number;
}

/** What a policy makes of a device's signals at a time. */
export interface Assessment {
  policy: { name: string; hash: string };
  assessedAt: number;
  score: number;
  tier: Tier;
  /** CAEP's two-valued word for it: every tier but `untrusted` is compliant. */
  compliant: boolean;
  /** Since when the tier is what it is. */
  tierSince: number;
  /** Without newer evidence the verdict does not hold beyond this. */
  validUntil: number;
  /** When time alone may change the outcome; null if it can't before `validUntil`. */
  nextLookAt: number | null;
  checks: CheckResult[];
  cap: Cap | null;
  /** Missing or null: the device stands as an ordinary member of the fleet. */
  restriction?: Restriction | null;
}

/** What the device itself is told of a check that costs points. */
export interface Finding {
  check: string;
  title: string;
  outcome: 'fail' | 'unknown';
  required: boolean;
  explain: string;
  remedy: string;
  points: number;
}

/** The part of an assessment that travels to the device. */
export interface DeviceAssessment {
  score: number;
  tier: Tier;
  assessedAt: number;
  validUntil: number;
  policy: string;
  findings: Finding[];
}
