import type { CheckResult, Tier } from '@assay/shared';
import { type CheckStanding, EVIDENCE_AGES, type EvidenceAge, type FleetLook } from '../store/coverage.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A device as the board sees it. */
export interface LookedAt {
  agentVersion: string;
  lastReportAt: number | null;
  /** The verdict in force; null: it was never judged. */
  verdict: { tier: Tier; validUntil: number; checks: readonly CheckResult[] } | null;
}

const LONGEST: Record<EvidenceAge, number> = {
  '1h': HOUR_MS,
  '4h': 4 * HOUR_MS,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  older: Number.POSITIVE_INFINITY,
};

/** Agents say their version themselves: what is none, and what comes after so many, is counted together. */
const VERSION = /^\d+\.\d+\.\d+(-[\w.-]{1,40})?$/;
const MAX_VERSIONS = 40;
const OTHER = 'other';

export const emptyLook = (): FleetLook => ({
  ...{ enrolled: 0, reporting: 0, judged: 0, fresh: 0 },
  tiers: { trusted: 0, limited: 0, untrusted: 0 },
  ages: { '1h': 0, '4h': 0, '24h': 0, '7d': 0, older: 0 },
  checks: {},
  agents: {},
});

/** Counts one more device. */
export function addDevice(look: FleetLook, device: LookedAt, now: number): void {
  const { agentVersion, lastReportAt, verdict } = device;
  const age = lastReportAt === null ? Number.POSITIVE_INFINITY : now - lastReportAt;
  look.enrolled += 1;
  addAgents(look.agents, VERSION.test(agentVersion) ? agentVersion : OTHER, 1);
  if (age <= DAY_MS) look.reporting += 1;
  if (!verdict) return;
  look.judged += 1;
  if (verdict.validUntil > now) look.fresh += 1;
  look.tiers[verdict.tier] += 1;
  look.ages[EVIDENCE_AGES.find((band) => age <= LONGEST[band]) ?? 'older'] += 1;
  for (const result of verdict.checks) addResult(look.checks, result);
}

function addAgents(agents: FleetLook['agents'], version: string, devices: number): void {
  const isKept = Object.hasOwn(agents, version) || Object.keys(agents).length < MAX_VERSIONS;
  const counted = isKept ? version : OTHER;
  agents[counted] = (agents[counted] ?? 0) + devices;
}

function addResult(checks: FleetLook['checks'], { check, outcome, excuse, failing }: CheckResult): void {
  if (outcome === 'not_applicable') return;
  const standing = standingIn(checks, check);
  const isExcused = excuse?.kind === 'exempt' || excuse?.kind === 'break_glass';
  const counted = isExcused ? 'exempt' : outcome;
  standing[counted] += 1;
  if (counted === 'fail' && failing) standing.oldestSince = earlier(standing.oldestSince, failing.since);
}

function standingIn(checks: FleetLook['checks'], check: string): CheckStanding {
  // A check may be called as what every object has by itself: `constructor`.
  const known = Object.hasOwn(checks, check) ? checks[check] : undefined;
  const standing = known ?? { pass: 0, fail: 0, unknown: 0, exempt: 0, oldestSince: null };
  checks[check] = standing;
  return standing;
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** Adds one part of the fleet to another. */
export function addLook(sum: FleetLook, part: FleetLook): void {
  for (const name of ['enrolled', 'reporting', 'judged', 'fresh'] as const) sum[name] += part[name];
  for (const tier of ['trusted', 'limited', 'untrusted'] as const) sum.tiers[tier] += part.tiers[tier];
  for (const age of EVIDENCE_AGES) sum.ages[age] += part.ages[age];
  for (const [version, devices] of Object.entries(part.agents)) addAgents(sum.agents, version, devices);
  for (const [check, own] of Object.entries(part.checks)) {
    const standing = standingIn(sum.checks, check);
    for (const name of ['pass', 'fail', 'unknown', 'exempt'] as const) standing[name] += own[name];
    standing.oldestSince = earlier(standing.oldestSince, own.oldestSince);
  }
}
