import type { SignalName } from './signals.ts';

export const TIERS = ['trusted', 'limited', 'untrusted'] as const;
export type Tier = (typeof TIERS)[number];

export type CheckOutcome = 'pass' | 'fail' | 'unknown' | 'not_applicable';

/** How far a check is rolled out to a device; what is not enforced has no part in the score. */
export const STAGES = ['observe', 'warn', 'enforce'] as const;
export type Stage = (typeof STAGES)[number];

/** Whose it is to mend a check. */
export const AUDIENCES = ['user', 'it', 'both'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Why a check that does not pass costs nothing. `until` is absolute, on the collector's clock, ms.
 * - `observe`, `warn`: it is not enforced here yet; with `warn` the user is told
 * - `exempt`: a person excused this device from it, `break_glass`: the whole organisation from everything
 * - `hold`: it has not failed for long enough to count; `grace`: the user has until then to mend it
 */
export type Excuse =
  | { kind: 'observe' | 'warn' }
  | { kind: 'hold' | 'grace'; until: number }
  | { kind: 'exempt' | 'break_glass'; until: number; id: string; by: string; reason: string };

/** How long a check has not passed without a break: what hold and grace are counted from. Collector's clock, ms. */
export interface Failing {
  since: number;
  /** Since when it was enforced meanwhile; null: not yet. */
  enforcedFrom: number | null;
}

/** What a check makes of one source's word by itself. */
export interface SourceWord {
  /** `agent`, `edr:crowdstrike`, … */
  source: string;
  outcome: CheckOutcome;
  /** Nothing proves whose word it is: it may lower, and never raise. */
  unproven?: true;
}

/** One check's result. `points` of all results plus the cap's `points` are the score, exactly. */
export interface CheckResult {
  check: string;
  title: string;
  outcome: CheckOutcome;
  /** Failing it caps the score below `limited`. */
  required: boolean;
  /** Integer share of the 100 points this check is worth among those that apply and are enforced. */
  worth: number;
  /** Integer contribution to the score: `worth`, or 0. */
  points: number;
  /** The signals it read, so that a person can look at the evidence. */
  signals: SignalName[];
  /** For administrators: what was found, against what is expected; empty on a pass. */
  explain: string;
  /** What to do about it on this platform; empty on a pass. */
  remedy: string;
  /** Collector's clock, ms: since when the outcome is what it is. */
  since: number;
  /** It counts against the device: withholds its points, and caps the score if it is required. */
  counts?: true;
  /**
   * What the device's user reads besides title and remedy: made of what was found on the device, never of what the
   * policy is configured with. Missing on a pass.
   */
  user?: string;
  /** Missing: enforced. */
  stage?: Exclude<Stage, 'enforce'>;
  /** Missing: for both. */
  audience?: Exclude<Audience, 'both'>;
  /** Missing: the last thing that could be told is that it passes, or does not apply. */
  failing?: Failing;
  /** Missing: there is nothing to excuse, or it counts. */
  excuse?: Excuse;
  /** Who says what, the agent first; missing: only the agent speaks of it. */
  sources?: SourceWord[];
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
  /** The score at which each tier starts, by this policy; missing in what version 0.1 stored. */
  tiers?: { trusted: number; limited: number };
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

/** The fewest checks to mend so that a device reaches a tier. */
export interface Fix {
  tier: Exclude<Tier, 'untrusted'>;
  /** The score then. */
  score: number;
  /** Ids, required ones first, then by the points that they give back. */
  checks: string[];
}

/** What consumers are told of a check that costs points, or would if it were not excused. */
export interface Finding {
  check: string;
  title: string;
  outcome: 'fail' | 'unknown';
  required: boolean;
  /** For administrators. */
  explain: string;
  /** For the device's user. */
  user: string;
  remedy: string;
  audience: Audience;
  /** What mending it gives back, before any cap; 0 while it is excused. */
  points: number;
  /** Missing: it counts. */
  excuse?: Excuse;
}

/** What the device itself is told of a check: nothing in it says what the policy is configured with. */
export interface DeviceFinding {
  check: string;
  title: string;
  outcome: 'fail' | 'unknown';
  required: boolean;
  /** What the user reads: what was found, and why it matters. */
  explain: string;
  remedy: string;
  points: number;
  /** Why it costs nothing yet; missing: it counts. */
  excuse?: Exclude<Excuse['kind'], 'observe'>;
  /** When the excuse ends; missing: there is none, or no date is set. */
  excusedUntil?: number;
}

/** A fix as the device's user can follow it. */
export interface DeviceFix extends Fix {
  /** How many more checks IT has to mend for it; missing: none. */
  forIt?: number;
}

/** The part of an assessment that travels to the device. */
export interface DeviceAssessment {
  score: number;
  tier: Tier;
  assessedAt: number;
  validUntil: number;
  policy: string;
  /** What the user can mend. */
  findings: DeviceFinding[];
  /** How many further checks cost points and are IT's to mend; missing: none. */
  forIt?: number;
  /** For each better tier in reach; missing: there is none. */
  fixes?: DeviceFix[];
}
