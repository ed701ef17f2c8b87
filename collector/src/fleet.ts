import {
  type Assessment,
  type PublicKey,
  recallPublicKey,
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
  /** The report with the greatest number, accepted as evidence or as history; null before the first. */
  newest: HeldReport | null;
  assessment: Assessment | null;
  /** What its user is told of it, encoded but for the times; missing: it was not told yet. */
  told?: Uint8Array | undefined;
  /** What its checks came to, so that what has not changed is not computed again; missing before the first. */
  memo?: KeptMemo;
}

/**
 * What a device's last accepted report said, as it was judged; empty before the first.
 * @param said the same as it was reported; missing: it is decoded
 */
export const signalsOf = ({ report, verifications }: Device, said = report?.decode().signals): Signals =>
  said ? withVerifications(said, verifications) : {};

/** All that is kept of a device that rests: what an Unchanged is held against. */
export interface RestingDevice {
  record: Pick<DeviceRecord, 'id' | 'canary' | 'state' | 'stateReason' | 'lastNumber'>;
  report: Pick<HeldReport, 'digest'> | null;
}

/**
 * The devices in memory. A device is loaded when it is first needed and let go when nobody holds it. Most of a fleet has
 * nothing new to say for an hour: one that made no report for a while rests, and is read anew for its next.
 */
export interface Fleet {
  /**
   * Runs a task with a device, one task at a time per device, so that reports, time's changes and administrators
   * never work on each other's stale copy. Null when there is no such device.
   */
  with<T>(id: string, task: (device: Device | null) => Promise<T>): Promise<T>;
  /** The same with what is kept of a device even while it rests, and it goes on resting. */
  look<T>(id: string, task: (device: RestingDevice | null) => T): Promise<T>;
  /** The same at once; null: something waits for the device, or it is not in memory, and `look` has to be asked. */
  glance(id: string): RestingDevice | null;
  /** Keeps a device in memory until `release` was called as often. */
  hold(id: string): void;
  release(id: string): void;
}

/** When a device rests: after that long without a task, twice that at most, or when as many others had one since. */
const REST = { afterMs: 10_000, beyond: 4096 };

const toResting = ({ record, report }: Device): RestingDevice => {
  const { id, canary, state, stateReason, lastNumber } = record;
  const { digest } = report ?? {};
  return { record: { id, canary, state, stateReason, lastNumber }, report: digest ? { digest } : null };
};

interface Entry {
  device: Device | null;
  resting: RestingDevice | null;
  holders: number;
  waiting: number;
  last: Promise<unknown>;
  /** Since when it stands in the line of those awake, by `now`. */
  inLineSince: number;
  /** It had a task since. */
  isBusy: boolean;
}

const DONE = Promise.resolve();

/** @param now milliseconds, monotonic */
export function createFleet(
  store: Pick<DeviceReads, 'device'>,
  now: () => number = () => performance.now(),
): Fleet {
  const entries = new Map<string, Entry>();
  /**
   * Those with a whole device, in a line whose first is looked at: whoever had a task goes to its end, whoever had none
   * rests. Nobody moves with a task itself, for a Map is walked over all that was ever taken out of its front.
   */
  const awake = new Map<string, Entry>();

  const entryOf = (id: string): Entry => {
    const known = entries.get(id);
    if (known) return known;
    const entry: Entry = {
      device: null,
      resting: null,
      holders: 0,
      waiting: 0,
      last: DONE,
      inLineSince: 0,
      isBusy: false,
    };
    entries.set(id, entry);
    return entry;
  };
  const letGo = (id: string, entry: Entry) => {
    if (entry.holders > 0 || entry.waiting > 0) return;
    entries.delete(id);
    awake.delete(id);
  };
  const standInLine = (id: string, entry: Entry) => {
    entry.inLineSince = now();
    entry.isBusy = false;
    awake.set(id, entry);
  };
  const stayAwake = (id: string, entry: Entry) => {
    if (awake.has(id)) entry.isBusy = true;
    else standInLine(id, entry);
  };
  /** Two are looked at with each look and each task, of whom one at most had a task since: more come to rest than wake up. */
  const letRest = () => {
    let left = 2;
    for (const [id, entry] of awake) {
      if (left-- === 0 || (awake.size <= REST.beyond && now() - entry.inLineSince < REST.afterMs)) return;
      awake.delete(id);
      if (entry.waiting > 0 || entry.isBusy) standInLine(id, entry);
      else sleep(entry);
    }
  };
  const sleep = (entry: Entry) => {
    if (!entry.device) return;
    entry.resting = toResting(entry.device);
    entry.device = null;
  };

  async function load(id: string): Promise<Device | null> {
    const stored = await store.device(id);
    if (!stored) return null;
    const { record, evidence, newest, assessment } = stored;
    const report = evidence && new HeldReport(record.lastNumber, evidence, record.lastReportAt ?? 0);
    const { publicKey: spki, keyId, keyAlgorithm: algorithm } = record;
    const key = recallPublicKey({ spki, keyId, algorithm });
    return {
      // The same bytes: kept once.
      record: { ...record, keyId: key.keyId, publicKey: key.spki },
      key,
      report,
      // Nearly always the same report: kept once.
      newest:
        newest &&
        (newest.number === report?.number
          ? report
          : new HeldReport(newest.number, newest.payload, newest.at)),
      assessment,
    };
  }

  function wake(id: string, entry: Entry): Device | null | Promise<Device | null> {
    entry.resting = null;
    if (!entry.device) return awaken(id, entry);
    stayAwake(id, entry);
    return entry.device;
  }

  async function awaken(id: string, entry: Entry): Promise<Device | null> {
    entry.device = await load(id);
    if (entry.device) stayAwake(id, entry);
    return entry.device;
  }

  const lookAt = (id: string, entry: Entry): RestingDevice | null | Promise<RestingDevice | null> =>
    entry.device ?? entry.resting ?? awaken(id, entry);

  /** In turn: at once, or after all that waits for the device already. */
  function inTurn<D, T>(
    id: string,
    see: (id: string, entry: Entry) => D | Promise<D>,
    task: (device: D) => T | Promise<T>,
  ): Promise<T> {
    const entry = entryOf(id);
    const isFirst = entry.waiting++ === 0;
    const run = () => work(id, entry, see, task);
    const result = isFirst ? run() : entry.last.then(run, run);
    entry.last = result;
    return result;
  }

  async function work<D, T>(
    id: string,
    entry: Entry,
    see: (id: string, entry: Entry) => D | Promise<D>,
    task: (device: D) => T | Promise<T>,
  ): Promise<T> {
    try {
      const seen = see(id, entry);
      return await task(seen instanceof Promise ? await seen : seen);
    } catch (error) {
      // What the task changed may not be what is stored: the next one reads it anew.
      entry.device = null;
      entry.resting = null;
      throw error;
    } finally {
      entry.waiting--;
      if (entry.waiting === 0) entry.last = DONE;
      letGo(id, entry);
      letRest();
    }
  }

  return {
    with: (id, task) => inTurn(id, wake, task),
    look: (id, task) => inTurn(id, lookAt, task),
    glance(id) {
      const entry = entries.get(id);
      if (!entry || entry.waiting > 0) return null;
      letRest();
      return entry.device ?? entry.resting;
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
