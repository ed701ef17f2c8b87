import type { Tier } from '@assay/shared';
import type { AttemptRecord } from '../publish/outbox.ts';
import type { Delivery, Outgoing } from '../publish/target.ts';
import type { Audited } from './audit.ts';

/** The newest delivery of a device to one target, with its last answer. */
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

export interface DeliveryWrites {
  recordAttempt(attempt: AttemptRecord): Promise<void>;
  /** A verdict's, or a notice's; null, and nothing is changed, where there is none or its target was removed. */
  requeueDelivery(input: { id: string; at: number } & Audited): Promise<Outgoing | null>;
}

export interface DeliveryReads {
  deliveryStates(deviceId: string): Promise<DeliveryState[]>;
  pendingDeliveries(input: { targetId: string; limit: number }): Promise<Delivery[]>;
  lastDeliveries(): Promise<{ targetId: string; acceptedAt: number | null }[]>;
}
