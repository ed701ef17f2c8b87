import type { Clock } from '@assay/shared';
import type { DeviceWrites } from './store/devices.ts';

const FLUSH_MS = 60_000;

/** When devices last gave a sign of life: in memory, and stored once a minute, for it is no evidence. */
export interface Sightings {
  seen(deviceId: string): void;
  last(deviceId: string): number | null;
  stop(): Promise<void>;
}

export function createSightings(store: Pick<DeviceWrites, 'touchDevices'>, clock: Clock): Sightings {
  let unsaved = new Map<string, number>();

  async function flush(): Promise<void> {
    if (unsaved.size === 0) return;
    const sightings = [...unsaved].map(([id, at]) => ({ id, at }));
    unsaved = new Map();
    // Lost when the store is unavailable: the next sign of life comes within the report interval.
    await store.touchDevices(sightings).catch(() => {});
  }

  const timer = setInterval(flush, FLUSH_MS);
  timer.unref();
  return {
    seen: (deviceId) => unsaved.set(deviceId, clock.now()),
    last: (deviceId) => unsaved.get(deviceId) ?? null,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
