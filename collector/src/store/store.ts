import type { Assessment, KeyAlgorithm, Platform, Tier } from '@assay/shared';
import type { AttemptRecord } from '../publish/outbox.ts';
import type { Delivery, VerdictChange } from '../publish/target.ts';

/** One endpoint as it is stored. Times are the collector's clock in milliseconds. */
export interface DeviceRecord {
  id: string;
  platform: Platform;
  hostname: string;
  serial: string | null;
  uuid: string | null;
  vendor: string | null;
  model: string | null;
  virtual: boolean;
  owner: string | null;
  groups: string[];
  state: 'active' | 'revoked';
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
}

/** A device with what its last accepted report led to. */
export interface StoredDevice {
  record: DeviceRecord;
  /** The signed bytes of the last accepted report. */
  evidence: Uint8Array | null;
  assessment: Assessment | null;
  cause: VerdictChange['cause'] | null;
  causeAt: number | null;
}

/** Who a device is, as its latest evidence says. */
export interface Identity {
  hostname: string;
  serial: string | null;
  uuid: string | null;
  vendor: string | null;
  model: string | null;
  virtual: boolean;
}

/** An accepted report's exact signed bytes. */
export interface Evidence {
  number: number;
  keyId: Uint8Array;
  payload: Uint8Array;
  signature: Uint8Array;
}

/**
 * One step of a device's life: what becomes durable together. `evidence` is null when time or policy, not a
 * report, led to the assessment.
 */
export interface Commit {
  deviceId: string;
  at: number;
  evidence: Evidence | null;
  identity: Identity | null;
  agentVersion: string | null;
  assessment: Assessment;
  /** When time alone is a reason to judge again; null: never. */
  lookAt: number | null;
  /** Null: nothing changed that people or consumers should see. */
  change: VerdictChange | null;
  deliveries: Delivery[];
}

interface NewDevice {
  id: string;
  tokenHash: Uint8Array;
  platform: Platform;
  identity: Identity;
  keyId: Uint8Array;
  publicKey: Uint8Array;
  keyAlgorithm: KeyAlgorithm;
  keyStorage: string;
  agentVersion: string;
  at: number;
}

export type EnrollResult =
  | { result: 'enrolled'; owner: string | null; groups: string[] }
  | { result: 'token_unknown' | 'token_expired' | 'token_used_up' | 'key_already_enrolled' };

export interface EnrollmentToken {
  id: string;
  createdAt: number;
  expiresAt: number;
  uses: number;
  used: number;
  owner: string | null;
  groups: string[];
}

export interface StoredTarget {
  id: string;
  name: string;
  kind: string;
  config: Record<string, unknown>;
  createdAt: number;
}

/** The newest delivery of a device to one target, with its last answer. */
export interface DeliveryState {
  id: string;
  targetId: string;
  targetName: string;
  targetKind: string;
  deviceId: string;
  event: string;
  tier: Tier;
  state: 'queued' | AttemptRecord['state'];
  createdAt: number;
  attempts: number;
  lastAttemptAt: number | null;
  nextAttemptAt: number | null;
  answer: string | null;
  status: number | null;
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

/** A row of a device's history. */
export interface HistoryEntry {
  at: number;
  kind: 'assessment' | 'delivery';
  id: string;
  score: number | null;
  tier: Tier | null;
  /** Of an assessment: null before the first. */
  previous: { score: number; tier: Tier } | null;
  cause: string;
  delivery: {
    event: string;
    target: string;
    state: string;
    status: number | null;
    answer: string | null;
  } | null;
}

/**
 * What can be written. Everything that is waiting goes into one durable transaction; each call still succeeds
 * or fails alone.
 */
export interface Writes {
  appendCommit(commit: Commit): void;
  recordAttempt(attempt: AttemptRecord): void;
  requeueDelivery(input: { id: string; at: number }): Delivery | null;
  enroll(device: NewDevice): EnrollResult;
  touchDevices(sightings: { id: string; at: number }[]): void;
  createEnrollmentToken(token: EnrollmentToken & { hash: Uint8Array }): void;
  createTarget(target: StoredTarget): boolean;
  removeTarget(input: { id: string; at: number }): boolean;
  putAccess(input: {
    hash: Uint8Array;
    name: string;
    kind: 'api' | 'sign_in';
    at: number;
    expiresAt: number | null;
  }): void;
  removeAccess(hash: Uint8Array): void;
  /** Keeps the value that is there already. Gives out the one that holds. */
  setOnce(input: { key: string; value: string }): string;
}

/** What can be read. */
export interface Reads {
  device(id: string): StoredDevice | null;
  devices(query: DeviceQuery): DevicePage;
  devicesDue(input: { at: number; limit: number }): string[];
  history(input: { deviceId: string; before: number; limit: number }): HistoryEntry[];
  deliveryStates(deviceId: string): DeliveryState[];
  pendingDeliveries(input: { targetId: string; limit: number }): Delivery[];
  lastDeliveries(): { targetId: string; acceptedAt: number | null }[];
  enrollmentTokens(): EnrollmentToken[];
  targets(): StoredTarget[];
  access(input: { hash: Uint8Array; at: number }): { name: string; kind: 'api' | 'sign_in' } | null;
}

type Promised<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** The durable memory. Rejects with AssayError `store_unavailable` when nothing could be written or read. */
export interface Store extends Promised<Writes>, Promised<Reads> {
  close(): Promise<void>;
}
