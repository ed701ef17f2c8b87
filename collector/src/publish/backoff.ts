import type { Answer, Outgoing } from './target.ts';

/** How often and how long a delivery is tried, and how long it waits, and holds back all others, if asked to. Milliseconds. */
export const RETRY = {
  baseMs: 1_000,
  capMs: 5 * 60_000,
  attemptTimeoutMs: 15_000,
  giveUpAfterMs: 24 * 60 * 60_000,
  holdAtMostMs: 60_000,
  waitAtMostMs: 60 * 60_000,
} as const;

/** Exponential back-off with full jitter; `failures` counts from 1, `random` is in [0, 1). */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(RETRY.capMs, RETRY.baseMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(random * ceiling);
}

/**
 * Until when a delivery that is queued at `now` is retried: a day from its making, from when a person asked for it, or from
 * now if it was never tried.
 */
export function giveUpAt({ attempts, createdAt, askedAt }: Outgoing, now: number): number {
  const since = Math.max(createdAt, askedAt ?? 0);
  return (attempts === 0 ? Math.max(now, since) : since) + RETRY.giveUpAfterMs;
}

/**
 * For how long nothing else is sent to a target that answered so. `Retry-After` is meant for all that we send (RFC 9110,
 * section 10.2.3; RFC 6585, section 4); the delivery itself waits as `judge` says, the others look again after a minute.
 */
export const holdMs = (answer: Answer): number =>
  answer.result === 'retry' ? Math.min(answer.retryAfterMs ?? 0, RETRY.holdAtMostMs) : 0;

/**
 * What an answer means for the delivery. A retry that would come after `giveUpAt` is not waited for. Who asks to be left alone
 * for longer than an hour may be well again long before, and what comes after the delivery waits for it as well.
 */
export function judge(
  answer: Answer,
  at: { now: number; failures: number; giveUpAt: number; random: number },
): { state: 'delivered' | 'dead' | 'retrying'; nextAttemptAt: number | null } {
  if (answer.result === 'accepted') return { state: 'delivered', nextAttemptAt: null };
  if (answer.result === 'refused') return { state: 'dead', nextAttemptAt: null };
  const askedMs = Math.min(answer.retryAfterMs ?? 0, RETRY.waitAtMostMs);
  const delayMs = Math.max(backoffMs(at.failures, at.random), askedMs);
  const nextAttemptAt = at.now + delayMs;
  return nextAttemptAt > at.giveUpAt
    ? { state: 'dead', nextAttemptAt: null }
    : { state: 'retrying', nextAttemptAt };
}
