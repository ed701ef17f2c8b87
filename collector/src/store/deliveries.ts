import type { Tier } from '@assay/shared';
import type { AttemptRecord } from '../publish/outbox.ts';
import type { Delivery, Outgoing } from '../publish/target.ts';
import type { Audited } from './audit.ts';

/**
 * Where a target stands with a device's last change, with its last answer: of several deliveries that tell it, the one that a
 * person should see.
 */
export interface DeliveryState {
  id: string;
  targetId: string;
  targetName: string;
  targetKind: string;
  deviceId: string;
  event: string;
  tier: Tier;
  state: 'queued' | AttemptRecord['state'];
  createdAt: number;
  attempts: number;
  lastAttemptAt: number | null;
  nextAttemptAt: number | null;
  answer: string | null;
  status: number | null;
}

/** Pure. Of one that was not tried yet, what holds it back: what the target answered to the one before it; null: nothing. */
export function withWhatHoldsItBack<D extends Pick<DeliveryState, 'state' | 'attempts' | 'answer'>>(
  delivery: D,
  before: string | null,
): D {
  if (delivery.state !== 'queued' || delivery.attempts > 0 || before === null) return delivery;
  return { ...delivery, answer: `not sent yet: an earlier one is not taken, ${before}` };
}

export interface DeliveryWrites {
  recordAttempt(attempt: AttemptRecord): Promise<void>;
  /** A verdict's, or a notice's; null, and nothing is changed, where there is none or its target was removed. */
  requeueDelivery(input: { id: string; at: number } & Audited): Promise<Outgoing | null>;
}

export interface DeliveryReads {
  /** One for each target that was told anything. A delivery that fails goes before one that waits, or was accepted. */
  deliveryStates(deviceId: string): Promise<DeliveryState[]>;
  pendingDeliveries(input: { targetId: string; limit: number }): Promise<Delivery[]>;
  /** The greatest id of a delivery that waits, of a verdict or of a notice; null: none does. */
  newestPending(): Promise<string | null>;
  lastDeliveries(): Promise<LastDelivery[]>;
}

/** How it stands with a target that something was sent to. */
export interface LastDelivery {
  targetId: string;
  acceptedAt: number | null;
  /** What it answered last, where that was given up; null: it was not. */
  refusal: string | null;
}
