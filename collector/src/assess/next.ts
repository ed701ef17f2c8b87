import type { SourceSignals } from './attested.ts';
import { type Evidence, observedAt, validUntil } from './evidence.ts';
import type { Settled } from './excuse.ts';

/**
 * When time alone may change the outcome, ms: an excuse ends, a signal becomes older than a check accepts, or an OS is
 * no longer supported. Null if none of it comes before the evidence goes stale, which is a reason to look again by
 * itself; the end of an excuse, or of another source's word, is told even then: stale evidence can have both.
 */
export function nextLookAt(
  settled: readonly Settled[],
  evidence: Evidence,
  sources: readonly SourceSignals[],
): number | null {
  const { policy, context, supportChangesAt } = evidence;
  let excused = sources.length === 0 ? NEVER : endOfSources(sources, evidence);
  for (const { excuse } of settled)
    if (excuse && 'until' in excuse) excused = Math.min(excused, excuse.until);
  const aged = Math.min(supportChangesAt ?? NEVER, endOfSignals(evidence));
  const next = Math.min(excused, aged < validUntil(policy, context) ? aged : NEVER);
  return next > context.now && next !== NEVER ? next : null;
}

const NEVER = Number.POSITIVE_INFINITY;

function endOfSignals({
  policy,
  signals,
  context,
}: Pick<Evidence, 'policy' | 'signals' | 'context'>): number {
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

function endOfSources(sources: readonly SourceSignals[], { policy, context }: Evidence): number {
  let first = NEVER;
  for (const { signals, evidenceAt, clockSkew, until = NEVER } of sources) {
    const end = Math.min(evidenceAt + policy.evidenceMaxAgeMs, until);
    if (end <= context.now) continue;
    const heard = { ...context, evidenceAt, clockSkew };
    first = Math.min(first, end, endOfSignals({ policy, signals, context: heard }));
  }
  return first;
}
