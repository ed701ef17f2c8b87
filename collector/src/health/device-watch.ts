import type { Clock, Signals } from '@assay/shared';
import { PATIENCE } from './health.ts';

/** Which devices need a look although they are connected. */
export interface DeviceWatch {
  connected(deviceId: string): void;
  gone(deviceId: string): void;
  /** A report or an Unchanged arrived. */
  heard(deviceId: string): void;
  judged(deviceId: string, signals: Signals): void;
  silent(): number;
  hanging(): number;
}

export function createDeviceWatch(clock: Clock, reportIntervalS: number): DeviceWatch {
  const heardAt = new Map<string, number>();
  const hanging = new Set<string>();
  const patienceMs = PATIENCE.silentIntervals * reportIntervalS * 1000;
  return {
    connected: (deviceId) => void heardAt.set(deviceId, clock.now()),
    gone: (deviceId) => void heardAt.delete(deviceId),
    heard(deviceId) {
      if (heardAt.has(deviceId)) heardAt.set(deviceId, clock.now());
    },
    judged(deviceId, signals) {
      if (Object.values(signals).some(hangs)) hanging.add(deviceId);
      else hanging.delete(deviceId);
    },
    silent() {
      const since = clock.now() - patienceMs;
      let count = 0;
      for (const at of heardAt.values()) if (at < since) count++;
      return count;
    },
    hanging() {
      let count = 0;
      for (const deviceId of hanging) if (heardAt.has(deviceId)) count++;
      return count;
    },
  };
}

const hangs = (signal: Signals[keyof Signals]): boolean =>
  signal?.status === 'unknown' && (signal.reason === 'timeout' || signal.reason === 'crashed');
