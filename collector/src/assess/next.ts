import { type Evidence, observedAt, validUntil } from './evidence.ts';
import type { Settled } from './excuse.ts';

/**
 * When time alone may change the outcome, ms: an excuse ends, a signal becomes older than a check accepts, or an OS is
 * no longer supported. Null if none of it comes before the evidence goes stale, which is a reason to look again by
 * itself; an excuse's end is told even then, for stale evidence can be excused, too.
 */
export function nextLookAt(settled: readonly Settled[], evidence: Evidence): number | null {
  const { policy, context, supportChangesAt } = evidence;
  let excused = NEVER;
  for (const { excuse } of settled)
    if (excuse && 'until' in excuse) excused = Math.min(excused, excuse.until);
  const aged = Math.min(supportChangesAt ?? NEVER, endOfSignals(evidence));
  const next = Math.min(excused, aged < validUntil(policy, context) ? aged : NEVER);
  return next > context.now && next !== NEVER ? next : null;
}

const NEVER = Number.POSITIVE_INFINITY;

function endOfSignals({ policy, signals, context }: Evidence): number {
  let first = NEVER;
  for (const { maxAgeMs, when, pass } of policy.checks) {
    if (maxAgeMs === null) continue;
    for (const name of [...pass.reads, ...(when?.reads ?? [])]) {
      const at = observedAt(name, signals, context);
      if (at !== null && at + maxAgeMs > context.now) first = Math.min(first, at + maxAgeMs);
    }
  }
  return first;
}
