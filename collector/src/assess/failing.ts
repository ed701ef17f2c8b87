import type { Failing, Stage } from '@assay/shared';
import type { CarriedResult } from './carried.ts';

/**
 * Pure. How long a check has not passed, carried from one assessment to the next, so that a deadline stays where it is
 * whatever restarts. Only a pass, or that it does not apply, ends it: what could not be told mends nothing.
 *
 * A time that lies ahead was written by a clock that has since been set back. It becomes now, so that no deadline is
 * ever further away than the policy says.
 */
export function stillFailing(before: CarriedResult | undefined, stage: Stage, now: number): Failing {
  const known = before?.failing ?? failingOfFirstVersion(before);
  const since = Math.min(known?.since ?? now, now);
  const enforcedFrom = stage === 'enforce' ? Math.min(known?.enforcedFrom ?? now, now) : null;
  return { since, enforcedFrom };
}

// Version 0.1 knew no hold and no grace: what failed, counted.
const failingOfFirstVersion = (before: CarriedResult | undefined): Failing | undefined =>
  before?.outcome === 'fail' ? { since: before.since, enforcedFrom: before.since } : undefined;

/** When hold ends, and when grace does. Both are absolute, and the same whenever they are asked for. */
export function deadlines(
  { holdMs, graceMs }: { holdMs: number; graceMs: number },
  { since, enforcedFrom }: Failing,
): { holdUntil: number; graceUntil: number } {
  const holdUntil = since + holdMs;
  return { holdUntil, graceUntil: Math.max(holdUntil, enforcedFrom ?? holdUntil) + graceMs };
}
