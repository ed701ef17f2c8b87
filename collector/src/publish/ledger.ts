import type { Queued } from './device-queue.ts';
import type { AttemptRecord, Outbox } from './outbox.ts';
import { untilDone } from './persist.ts';
import type { Outgoing } from './target.ts';

/** What one attempt did, before it is written down. */
type Outcome = Pick<AttemptRecord, 'at' | 'durationMs' | 'answer' | 'state' | 'nextAttemptAt'>;

/** One target's outbox, asked again and again until it does what it should. */
export interface Ledger {
  /** Calls under way, those that wait to be repeated left out. */
  readonly writing: number;
  /** Resolves when durable; false when it was stopped before. */
  record(item: Queued, outcome: Outcome): Promise<boolean>;
  /** Undefined when it was stopped before. */
  pending(limit: number): Promise<Outgoing[] | undefined>;
}

export function createLedger(options: {
  targetId: string;
  outbox: Outbox;
  stop: AbortSignal;
  random: () => number;
  onFailure: (detail: string) => void;
  /** It did what it should. */
  onSuccess: () => void;
  onAttempt: (record: AttemptRecord, delivery: Outgoing) => void;
}): Ledger {
  const { targetId, outbox, onAttempt } = options;
  let writing = 0;

  async function insist<T>(work: () => Promise<T>): Promise<T | undefined> {
    const done = await untilDone(work, {
      stop: options.stop,
      random: options.random,
      onFailure: (error) =>
        options.onFailure(`the outbox failed: ${error instanceof Error ? error.message : 'unknown'}`),
    });
    if (done !== undefined) options.onSuccess();
    return done;
  }

  async function write(record: AttemptRecord): Promise<true> {
    writing += 1;
    try {
      await outbox.record(record);
      return true;
    } finally {
      writing -= 1;
    }
  }

  return {
    get writing() {
      return writing;
    },
    async record({ delivery, attempts }, outcome) {
      const { id: deliveryId, deviceId } = delivery;
      const record = { deliveryId, targetId, deviceId, attempt: attempts, ...outcome };
      if (!(await insist(() => write(record)))) return false;
      // Apart from the delivery's own way, which a listener's mistake must not stop.
      queueMicrotask(() => onAttempt(record, delivery));
      return true;
    },
    pending: (limit) => insist(() => outbox.pending(targetId, limit)),
  };
}
