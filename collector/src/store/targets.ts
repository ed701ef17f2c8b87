import type { Audited } from './audit.ts';
import type { DeliveryState } from './deliveries.ts';

export interface StoredTarget {
  id: string;
  name: string;
  kind: string;
  config: Record<string, unknown>;
  createdAt: number;
}

export interface TargetWrites {
  /** False while another has that name. */
  createTarget(target: StoredTarget & Audited): Promise<boolean>;
  removeTarget(input: { id: string; at: number } & Audited): Promise<boolean>;
}

export interface TargetReads {
  targets(): Promise<StoredTarget[]>;
}

/** Of a delivery, what its target decides on. */
type Standing = Pick<DeliveryState, 'state' | 'answer'> & Partial<Pick<DeliveryState, 'nextAttemptAt'>>;

/** Pure. Where a delivery stands whose target may be gone: nothing comes of what waits for one that was removed. */
export function afterRemoval<D extends Standing>(delivery: D, removedAt: number | null): D {
  const waits = delivery.state === 'queued' || delivery.state === 'retrying';
  if (removedAt === null || !waits) return delivery;
  const none = 'nextAttemptAt' in delivery ? { nextAttemptAt: null } : {};
  return { ...delivery, ...none, state: 'dead', answer: 'not sent: the target was removed' };
}
