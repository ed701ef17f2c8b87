import {
  type Assessment,
  type PublicKey,
  parsePublicKey,
  type Signals,
  type Verification,
} from '@assay/shared';
import type { KeptMemo } from './assess/memo.ts';
import { HeldReport } from './held-report.ts';
import type { DeviceReads, DeviceRecord } from './store/devices.ts';
import { withVerifications } from './verify/attestation.ts';

/** A device as the collector thinks of it between two reports. */
export interface Device {
  record: DeviceRecord;
  key: PublicKey;
  /** The last accepted report; null before the first. */
  report: HeldReport | null;
  /** What was found of the statements in it that a vendor signed; missing: there is none, or it was not judged yet. */
  verifications?: readonly Verification[] | undefined;
  /** The collector's clock less the agent's when it was accepted, ms; 0 before the first. */
  clockSkew: number;
  /** The report with the greatest number, accepted as evidence or as history; null before the first. */
  newest: HeldReport | null;
  assessment: Assessment | null;
  /** What its checks came to, so that what has not changed is not computed again; missing before the first. */
  memo?: KeptMemo;
}

/** What a device's last accepted report said, as it was judged; empty before the first. Decodes it. */
export const signalsOf = ({ report, verifications }: Device): Signals =>
  report ? withVerifications(report.decode().signals, verifications) : {};

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

export function createFleet(store: Pick<DeviceReads, 'device'>): Fleet {
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
    const report = evidence && new HeldReport(record.lastNumber, evidence, record.lastReportAt ?? 0);
    const key = parsePublicKey(record.publicKey);
    return {
      // The same bytes: kept once.
      record: { ...record, keyId: key.keyId, publicKey: key.spki },
      key,
      report,
      clockSkew: report ? report.at - report.decode().createdAt : 0,
      // Nearly always the same report: kept once.
      newest:
        newest &&
        (newest.number === report?.number
          ? report
          : new HeldReport(newest.number, newest.payload, newest.at)),
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
