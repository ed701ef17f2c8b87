import { type Assessment, decodeReport, type PublicKey, parsePublicKey, type Signals } from '@assay/shared';
import type { DeviceRecord, Store } from './store/store.ts';

/** A device as the collector thinks of it between two reports. */
export interface Device {
  record: DeviceRecord;
  key: PublicKey;
  /** Of the last accepted report; empty before the first. */
  signals: Signals;
  /** SHA-256 of the last accepted report's payload; null before the first. */
  evidenceDigest: Uint8Array | null;
  assessment: Assessment | null;
}

/** The devices in memory. A device is loaded when it is first needed and let go when nobody holds it. */
export interface Fleet {
  /**
   * Runs a task with a device, one task at a time per device, so that reports, time's changes and administrators
   * never work on each other's stale copy. Null when there is no such device.
   */
  with<T>(id: string, task: (device: Device | null) => Promise<T>): Promise<T>;
  /** Keeps a device in memory until `release` was called as often. */
  hold(id: string): void;
  release(id: string): void;
}

interface Entry {
  device: Device | null;
  holders: number;
  waiting: number;
  last: Promise<unknown>;
}

export function createFleet(
  store: Pick<Store, 'device'>,
  digest: (payload: Uint8Array) => Uint8Array,
): Fleet {
  const entries = new Map<string, Entry>();

  const entryOf = (id: string): Entry => {
    const known = entries.get(id);
    if (known) return known;
    const entry: Entry = { device: null, holders: 0, waiting: 0, last: Promise.resolve() };
    entries.set(id, entry);
    return entry;
  };
  const letGo = (id: string, entry: Entry) => {
    if (entry.holders === 0 && entry.waiting === 0) entries.delete(id);
  };

  async function load(id: string): Promise<Device | null> {
    const stored = await store.device(id);
    if (!stored) return null;
    const { record, evidence, assessment } = stored;
    return {
      record,
      key: parsePublicKey(record.publicKey),
      signals: evidence ? decodeReport(evidence).signals : {},
      evidenceDigest: evidence && digest(evidence),
      assessment,
    };
  }

  return {
    with(id, task) {
      const entry = entryOf(id);
      entry.waiting++;
      const run = async () => {
        try {
          entry.device ??= await load(id);
          return await task(entry.device);
        } catch (error) {
          // What the task changed may not be what is stored: the next one reads it anew.
          entry.device = null;
          throw error;
        } finally {
          entry.waiting--;
          letGo(id, entry);
        }
      };
      const result = entry.last.then(run, run);
      entry.last = result.catch(() => {});
      return result;
    },
    hold(id) {
      entryOf(id).holders++;
    },
    release(id) {
      const entry = entries.get(id);
      if (!entry) return;
      entry.holders--;
      letGo(id, entry);
    },
  };
}
