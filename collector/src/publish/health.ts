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
  /** The outbox, whatever the target says. */
  failed(detail: string, at: number): void;
  recovered(): void;
  health(
    now: number,
    queue: { queued: number; behind: boolean; inFlight: number; oldest: number | null },
  ): WorkerHealth;
}

export function createTrack(): Track {
  let lastSuccessAt: number | null = null;
  let lastError: WorkerHealth['lastError'] = null;
  let refusingSince: number | null = null;
  let outbox: { since: number; error: NonNullable<WorkerHealth['lastError']> } | null = null;

  return {
    answered({ result, status, detail }, at) {
      if (result === 'accepted') {
        lastSuccessAt = at;
        refusingSince = null;
      } else {
        lastError = { at, status, detail };
        refusingSince ??= at;
      }
    },
    failed(detail, at) {
      outbox = { since: outbox?.since ?? at, error: { at, status: null, detail } };
    },
    recovered() {
      outbox = null;
    },
    health(now, { queued, behind, inFlight, oldest }) {
      const failingSince = refusingSince ?? outbox?.since ?? null;
      return {
        ...{ queued, behind, inFlight, lastSuccessAt, failingSince },
        oldestAgeMs: oldest === null ? null : Math.max(0, now - oldest),
        lastError: outbox?.error ?? lastError,
        stuck: queued > 0 && failingSince !== null && now - failingSince >= STUCK_AFTER_MS,
      };
    },
  };
}
