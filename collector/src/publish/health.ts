import type { Answer } from './target.ts';

/** Failing this long with something waiting is a matter for a person. */
const STUCK_AFTER_MS = 60_000;

/** How one target is doing. Times are the collector's clock in milliseconds. */
export interface WorkerHealth {
  /** In memory, waiting or on their way. */
  queued: number;
  /** More is waiting in the outbox than is held in memory. */
  behind: boolean;
  inFlight: number;
  /** Age of the oldest queued delivery; null when nothing is queued. */
  oldestAgeMs: number | null;
  lastSuccessAt: number | null;
  lastError: { at: number; status: number | null; detail: string } | null;
  /** Since when no attempt succeeded; null while the newest attempt did. */
  failingSince: number | null;
  stuck: boolean;
}

/** Remembers how attempts went. */
export interface Track {
  answered(answer: Answer, at: number): void;
  failed(detail: string, at: number): void;
  health(
    now: number,
    queue: { queued: number; behind: boolean; inFlight: number; oldest: number | null },
  ): WorkerHealth;
}

export function createTrack(): Track {
  let lastSuccessAt: number | null = null;
  let lastError: WorkerHealth['lastError'] = null;
  let failingSince: number | null = null;

  const fail = (status: number | null, detail: string, at: number) => {
    lastError = { at, status, detail };
    failingSince ??= at;
  };
  return {
    answered(answer, at) {
      if (answer.result !== 'accepted') return fail(answer.status, answer.detail, at);
      lastSuccessAt = at;
      failingSince = null;
    },
    failed: (detail, at) => fail(null, detail, at),
    health: (now, { queued, behind, inFlight, oldest }) => ({
      queued,
      behind,
      inFlight,
      oldestAgeMs: oldest === null ? null : Math.max(0, now - oldest),
      lastSuccessAt,
      lastError,
      failingSince,
      stuck: queued > 0 && failingSince !== null && now - failingSince >= STUCK_AFTER_MS,
    }),
  };
}
