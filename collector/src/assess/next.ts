import type { Check, Policy } from '../policy/policy.ts';
import type { VariableName } from '../policy/vocabulary.ts';
import type { SourceSignals } from './attested.ts';
import {
  type Dating,
  type Evidence,
  isTooOld,
  type Observed,
  observedAt,
  observedIn,
  validUntil,
} from './evidence.ts';
import type { Settled } from './excuse.ts';

/**
 * When time alone may change the outcome, ms: an excuse ends, a signal becomes older than a check accepts, or an OS is
 * no longer supported. Null if none of it comes before the evidence goes stale, which is a reason to look again by
 * itself; the end of an excuse, or of another source's word, is told even then: stale evidence can have both.
 */
export function nextLookAt(
  settled: readonly Pick<Settled, 'excuse'>[],
  evidence: Evidence,
  sources: readonly SourceSignals[],
): number | null {
  const { policy, signals, context, supportChangesAt } = evidence;
  const ofSources = sources.length === 0 ? NEVER : endOfSources(sources, evidence);
  const excused = Math.min(endOfExcuses(settled), ofSources);
  const aged = Math.min(supportChangesAt ?? NEVER, endOfSignals(policy, observedIn(signals), context));
  return soonest(excused, aged, validUntil(policy, context), context.now);
}

export const NEVER = Number.POSITIVE_INFINITY;

/** Pure. Of what may come; of ages only what comes before the evidence goes stale as a whole. */
export function soonest(excused: number, aged: number, staleAt: number, now: number): number | null {
  const next = Math.min(excused, aged < staleAt ? aged : NEVER);
  return next > now && next !== NEVER ? next : null;
}

export function endOfExcuses(settled: readonly { excuse?: Settled['excuse'] | undefined }[]): number {
  let first = NEVER;
  for (const { excuse } of settled) if (excuse && 'until' in excuse) first = Math.min(first, excuse.until);
  return first;
}

/** When the first signal becomes older than a check accepts, of those that are not yet. */
export function endOfSignals(policy: Policy, observed: Observed, dating: Dating): number {
  let first = NEVER;
  for (const { maxAgeMs, when, pass } of policy.checks) {
    if (maxAgeMs === null) continue;
    first = Math.min(first, endOf(pass.reads, maxAgeMs, observed, dating));
    if (when) first = Math.min(first, endOf(when.reads, maxAgeMs, observed, dating));
  }
  return first;
}

function endOf(reads: readonly VariableName[], maxAgeMs: number, observed: Observed, dating: Dating): number {
  let first = NEVER;
  for (const name of reads) {
    const at = observedAt(name, observed, dating);
    if (at !== null && at + maxAgeMs > dating.now) first = Math.min(first, at + maxAgeMs);
  }
  return first;
}

/** Whether any signal is older than a check accepts. */
export function isAnyTooOld(policy: Policy, observed: Observed, dating: Dating): boolean {
  for (const check of policy.checks)
    if (check.maxAgeMs !== null && readsTooOld(check, check.maxAgeMs, observed, dating)) return true;
  return false;
}

function readsTooOld({ when, pass }: Check, maxAgeMs: number, observed: Observed, dating: Dating): boolean {
  const isOld = (name: VariableName) => isTooOld(name, maxAgeMs, observed, dating);
  return pass.reads.some(isOld) || (when?.reads.some(isOld) ?? false);
}

function endOfSources(sources: readonly SourceSignals[], { policy, context }: Evidence): number {
  let first = NEVER;
  for (const { signals, evidenceAt, clockSkew, until = NEVER } of sources) {
    const end = Math.min(evidenceAt + policy.evidenceMaxAgeMs, until);
    if (end <= context.now) continue;
    const heard = { ...context, evidenceAt, clockSkew };
    first = Math.min(first, end, endOfSignals(policy, observedIn(signals), heard));
  }
  return first;
}
