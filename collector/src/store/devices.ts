import type { Assessment, DeviceState, KeyAlgorithm, Platform, Tier } from '@assay/shared';
import type { VerdictChange } from '../publish/target.ts';

/** One endpoint as it is stored. Times are the collector's clock in milliseconds. */
export interface DeviceRecord {
  id: string;
  platform: Platform;
  hostname: string;
  serial: string | null;
  uuid: string | null;
  vendor: string | null;
  model: string | null;
  /** Null: could not be told. */
  virtual: boolean | null;
  owner: string | null;
  groups: string[];
  state: DeviceState;
  /** Why it stands so, in words for people; empty while it is active. */
  stateReason: string;
  stateAt: number;
  /** What the token that it enrolled with says of conflicts. */
  onConflict: OnConflict;
  enrolledAt: number;
  keyId: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  keyAlgorithm: KeyAlgorithm;
  keyStorage: string;
  agentVersion: string;
  /** 0: no report yet. */
  lastNumber: number;
  lastReportAt: number | null;
  lastSeenAt: number | null;
  /** The collector's own: in no count and no list, judged by a policy of its own and told to nobody else. */
  canary: boolean;
}

/** What a token says of hardware or keys that show up twice. */
export type OnConflict = 'quarantine' | 'replace';

/** Who a device is, as its latest evidence says. */
export interface Identity {
  /** Empty: it has none, or it could not be told. */
  hostname: string;
  serial: string | null;
  uuid: string | null;
  vendor: string | null;
  model: string | null;
  /** Null: could not be told. */
  virtual: boolean | null;
}

/** A device with what its last accepted report led to. */
export interface StoredDevice {
  record: DeviceRecord;
  /** The signed bytes of the last accepted report. */
  evidence: Uint8Array | null;
  /** The report with the greatest number: the last accepted one, or history that came after it, with its own time. */
  newest: { number: number; payload: Uint8Array; at: number } | null;
  assessment: Assessment | null;
  cause: VerdictChange['cause'] | null;
  causeAt: number | null;
}

export interface DeviceQuery {
  search: string;
  tier: Tier | 'unjudged' | null;
  limit: number;
  /** Id of the last device of the page before. */
  after: string | null;
}

export interface DevicePage {
  devices: { record: DeviceRecord; assessment: Assessment | null }[];
  total: number;
  tiers: Record<Tier | 'unjudged', number>;
}

export interface DeviceWrites {
  touchDevices(sightings: { id: string; at: number }[]): Promise<void>;
  /** The device is due no earlier than then. */
  postponeLook(input: { id: string; at: number }): Promise<void>;
}

export interface DeviceReads {
  device(id: string): Promise<StoredDevice | null>;
  devices(query: DeviceQuery): Promise<DevicePage>;
  /** Other devices that claim the same serial or UUID, and have not left by themselves or been replaced. */
  devicesWithHardware(input: {
    platform: Platform;
    serial: string | null;
    uuid: string | null;
    except: string;
  }): Promise<string[]>;
  /** Devices that time alone may be a reason to judge again; of some of them a report has moved that further away. */
  devicesDue(input: { at: number; limit: number }): Promise<string[]>;
  /** Those whose assessment is of a later time, by id: the clock was set back. */
  devicesJudgedAfter(input: { at: number; after: string; limit: number }): Promise<string[]>;
  devicesInGroup(input: { group: string; after: string; limit: number }): Promise<string[]>;
  deviceIds(input: { after: string; limit: number }): Promise<string[]>;
  hostnames(deviceIds: string[]): Promise<{ id: string; hostname: string }[]>;
}
