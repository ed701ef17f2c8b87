import {
  type Assessment,
  decodeReport,
  type Lost,
  type PublicKey,
  parsePublicKey,
  type Report,
  type Signals,
} from '@assay/shared';
import type { Memo } from './assess/memo.ts';
import type { DeviceReads, DeviceRecord } from './store/devices.ts';

/** A device as the collector thinks of it between two reports. */
export interface Device {
  record: DeviceRecord;
  key: PublicKey;
  /** Of the last accepted report; empty before the first. */
  signals: Signals;
  /** The collector's clock less the agent's when it was accepted, ms; 0 before the first. */
  clockSkew: number;
  /** SHA-256 of the last accepted report's payload; null before the first. */
  evidenceDigest: Uint8Array | null;
  /** The report with the greatest number, accepted as evidence or as history; null before the first. */
  newest: NewestReport | null;
  assessment: Assessment | null;
  /** What its checks came to, so that what has not changed is not computed again; missing before the first. */
  memo?: Memo;
}

/** What the next report is held against. */
export interface NewestReport {
  number: number;
  /** SHA-256 of its payload. */
  digest: Uint8Array;
  signals: Signals;
  lost: Lost | null;
  /** When it was received; of history, when it was made. */
  at: number;
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

const toNewest = ({ number, signals, lost }: Report, digest: Uint8Array, at: number): NewestReport => ({
  ...{ number, digest, signals, lost, at },
});

interface Entry {
  device: Device | null;
  holders: number;
  waiting: number;
  last: Promise<unknown>;
}

export function createFleet(
  store: Pick<DeviceReads, 'device'>,
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
    const { record, evidence, newest, assessment } = stored;
    const report = evidence && decodeReport(evidence);
    // Nearly always the same report: decoded, and kept, once.
    const isEvidence = report !== null && newest?.number === report.number;
    const key = parsePublicKey(record.publicKey);
    return {
      // The same bytes: kept once.
      record: { ...record, keyId: key.keyId, publicKey: key.spki },
      key,
      signals: report?.signals ?? {},
      clockSkew: report && record.lastReportAt !== null ? record.lastReportAt - report.createdAt : 0,
      evidenceDigest: evidence && digest(evidence),
      newest:
        newest &&
        toNewest(isEvidence ? report : decodeReport(newest.payload), digest(newest.payload), newest.at),
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
