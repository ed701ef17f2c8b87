import type { Signals } from '@assay/shared';
import type { Policy } from '../policy/policy.ts';
import { nextSupportChange } from '../reference-values/os-support.ts';
import { type EvidenceContext, observedAt, validUntil } from './evidence.ts';
import type { Settled } from './excuse.ts';

/**
 * When time alone may change the outcome, ms: an excuse ends, a signal becomes older than a check accepts, or an OS is
 * no longer supported. Null if none of it comes before the evidence goes stale, which is a reason to look again by
 * itself; an excuse's end is told even then, for stale evidence can be excused, too.
 */
export function nextLookAt(
  policy: Policy,
  signals: Signals,
  settled: readonly Settled[],
  context: EvidenceContext,
): number | null {
  const { now } = context;
  let excused = Number.POSITIVE_INFINITY;
  for (const { excuse } of settled)
    if (excuse && 'until' in excuse) excused = Math.min(excused, excuse.until);
  const aged = Math.min(endOfSupport(policy, signals, context), endOfSignals(policy, signals, context));
  const next = Math.min(excused, aged < validUntil(policy, context) ? aged : Number.POSITIVE_INFINITY);
  return next > now && next !== Number.POSITIVE_INFINITY ? next : null;
}

function endOfSupport(policy: Policy, signals: Signals, { osEol, now }: EvidenceContext): number {
  if (!policy.reads.includes('os_support') || signals.os?.status !== 'ok') return Number.POSITIVE_INFINITY;
  return nextSupportChange(signals.os.value, osEol, now) ?? Number.POSITIVE_INFINITY;
}

function endOfSignals(policy: Policy, signals: Signals, context: EvidenceContext): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { maxAgeMs, when, pass } of policy.checks) {
    if (maxAgeMs === null) continue;
    for (const name of [...pass.reads, ...(when?.reads ?? [])]) {
      const at = observedAt(name, signals, context);
      if (at !== null && at + maxAgeMs > context.now) first = Math.min(first, at + maxAgeMs);
    }
  }
  return first;
}
