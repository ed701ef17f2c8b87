import type { Answer, Outgoing } from './target.ts';

/**
 * Where an attempt left its delivery. `retrying` comes again at `nextAttemptAt`; the others are final: `dead` was
 * refused or given up, `superseded` was never needed because a newer state of the device was already queued.
 */
type DeliveryState = 'delivered' | 'retrying' | 'dead' | 'superseded';

/** One attempt and what it did to the delivery. Times are the collector's clock in milliseconds. */
export interface AttemptRecord {
  deliveryId: string;
  targetId: string;
  deviceId: string;
  /** Counts from 1 and never repeats within a delivery. */
  attempt: number;
  /** When the attempt began. */
  at: number;
  durationMs: number;
  answer: Answer;
  state: DeliveryState;
  /** Null when the state is final. */
  nextAttemptAt: number | null;
}

/** The deliveries that are stored and not done; deliveries enter it in the transaction that stores their verdict. */
export interface Outbox {
  /**
   * The target's deliveries that are neither delivered, dead nor superseded, oldest first, each with its count of
   * attempts and its next time. At most `limit` of them.
   */
  pending(targetId: string, limit: number): Promise<Outgoing[]>;
  /** Durable when resolved. May be repeated with the same record after a failure. */
  record(attempt: AttemptRecord): Promise<void>;
}
