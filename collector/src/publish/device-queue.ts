import { isNotice, type Outgoing } from './target.ts';

/** A delivery in memory, with what changes while it is tried. */
export interface Queued {
  readonly delivery: Outgoing;
  attempts: number;
  giveUpAt: number;
  /** A person wants it sent again, and has no answer to that yet. */
  isAskedFor: boolean;
}

interface Lane {
  waiting: Queued[];
  /** Being sent or recorded. */
  busy: Queued | null;
  /** Waiting for its back-off to pass. */
  resting: boolean;
}

/**
 * The deliveries of one target, in order per device and first come, first served among devices. Holds no time: the
 * worker says when a resting device may go on.
 */
export interface DeviceQueue {
  readonly size: number;
  get(deliveryId: string): Queued | undefined;
  isBusy(deviceId: string): boolean;
  /** Puts it last in its device's lane; returns those that need not be sent any more. */
  add(item: Queued): Queued[];
  /** The next delivery of a device that is neither busy nor resting; its device is busy from then on. */
  take(): Queued | undefined;
  /** The device's busy delivery is settled for good. */
  done(deviceId: string): void;
  /** The device rests; a busy delivery comes first again. Returns those that need not be sent any more. */
  rest(deviceId: string): Queued[];
  /** A resting device may go on. */
  wake(deviceId: string): void;
  hasReady(): boolean;
  /** Since when the oldest waits: since it was made, or since a person asked for it. */
  oldestSince(): number | null;
}

/**
 * Where more of a device wait for a target that carries events when the device is gone for good, its verdict had moved faster
 * than the target took it: a device could have its own revocation wait for hours behind how it was judged before.
 */
const MAX_BEFORE_END = 100;

export function createDeviceQueue(carries: 'state' | 'events'): DeviceQueue {
  const lanes = new Map<string, Lane>();
  const ready = new Set<string>();
  const ids = new Map<string, Queued>();

  const overtakenIn = (waiting: Queued[]): Queued[] => {
    if (carries === 'state') return waiting.length > 1 ? overtaken(waiting) : [];
    return waiting.length > MAX_BEFORE_END && waiting.some(isEnd) ? waiting.filter(isMereMove) : [];
  };
  const dropOvertaken = (lane: Lane): Queued[] => {
    const superseded = overtakenIn(lane.waiting);
    if (superseded.length === 0) return superseded;
    for (const old of superseded) ids.delete(old.delivery.id);
    lane.waiting = lane.waiting.filter((kept) => !superseded.includes(kept));
    return superseded;
  };
  const refresh = (deviceId: string, lane: Lane) => {
    if (!lane.busy && lane.waiting.length === 0) lanes.delete(deviceId);
    if (!lane.busy && !lane.resting && lane.waiting.length > 0) ready.add(deviceId);
    else ready.delete(deviceId);
  };

  return {
    get size() {
      return ids.size;
    },
    get: (deliveryId) => ids.get(deliveryId),
    isBusy: (deviceId) => Boolean(lanes.get(deviceId)?.busy),
    add(item) {
      const { deviceId } = item.delivery;
      const lane = lanes.get(deviceId) ?? { waiting: [], busy: null, resting: false };
      lanes.set(deviceId, lane);
      lane.waiting.push(item);
      ids.set(item.delivery.id, item);
      const superseded = dropOvertaken(lane);
      refresh(deviceId, lane);
      return superseded;
    },
    take() {
      const [deviceId] = ready;
      const lane = deviceId === undefined ? undefined : lanes.get(deviceId);
      if (deviceId === undefined || !lane) return undefined;
      lane.busy = lane.waiting.shift() ?? null;
      refresh(deviceId, lane);
      return lane.busy ?? undefined;
    },
    done(deviceId) {
      const lane = lanes.get(deviceId);
      if (!lane?.busy) return;
      ids.delete(lane.busy.delivery.id);
      lane.busy = null;
      refresh(deviceId, lane);
    },
    rest(deviceId) {
      const lane = lanes.get(deviceId);
      if (!lane) return [];
      if (lane.busy) lane.waiting.unshift(lane.busy);
      lane.busy = null;
      lane.resting = true;
      const superseded = dropOvertaken(lane);
      refresh(deviceId, lane);
      return superseded;
    },
    wake(deviceId) {
      const lane = lanes.get(deviceId);
      if (!lane) return;
      lane.resting = false;
      refresh(deviceId, lane);
    },
    hasReady: () => ready.size > 0,
    oldestSince() {
      let oldest: number | null = null;
      for (const { delivery } of ids.values()) {
        const since = delivery.askedAt ?? delivery.createdAt;
        oldest = Math.min(oldest ?? since, since);
      }
      return oldest;
    },
  };
}

const lifecycleOf = ({ delivery }: Queued) => (isNotice(delivery) ? undefined : delivery.change.lifecycle);

const isEnd = (item: Queued): boolean => {
  const kind = lifecycleOf(item)?.kind;
  return kind === 'revoked' || kind === 'unenrolled';
};

/** Nothing but how the device is judged moved, and nobody asked for this very delivery. */
const isMereMove = (item: Queued): boolean =>
  !isNotice(item.delivery) && !lifecycleOf(item) && !item.isAskedFor;

/** Those for which a newer delivery of the same event exists. Newer is by id: UUIDv7 sorts by the time of its making. */
function overtaken(items: readonly Queued[]): Queued[] {
  const newest = new Map<string, string>();
  for (const { delivery } of items) {
    const known = newest.get(delivery.event);
    if (known === undefined || delivery.id > known) newest.set(delivery.event, delivery.id);
  }
  return items.filter(({ delivery }) => newest.get(delivery.event) !== delivery.id);
}
