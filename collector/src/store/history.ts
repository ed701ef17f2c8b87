import type { Tier } from '@assay/shared';
import type { DeliveryState } from './deliveries.ts';
import type { DeviceEvent } from './lifecycle.ts';
import type { Pruned, Retention } from './retention.ts';

/** A row of a device's history. */
export interface HistoryEntry {
  at: number;
  kind: 'assessment' | 'delivery' | DeviceEvent['kind'];
  id: string;
  score: number | null;
  tier: Tier | null;
  /** Of an assessment: null before the first. */
  previous: { score: number; tier: Tier } | null;
  cause: string;
  delivery: {
    event: string;
    target: string;
    state: DeliveryState['state'];
    status: number | null;
    answer: string | null;
  } | null;
  /** Of what was done to the device itself. */
  event?: DeviceEvent;
}

export interface HistoryWrites {
  /**
   * Removes a part of the past of devices, by id; what held when the kept time began stays. With the last part go notices
   * that are older, of what is over.
   */
  pruneHistory(step: Retention<string>): Promise<Pruned<string>>;
}

export interface HistoryReads {
  /** Newest first. */
  history(input: { deviceId: string; before: number; limit: number }): Promise<HistoryEntry[]>;
}
