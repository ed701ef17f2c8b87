import type { Assessment, DeviceState, KeyAlgorithm, Platform, Tier } from '@assay/shared';
import type { AttemptRecord } from '../publish/outbox.ts';
import type { Delivery, VerdictChange } from '../publish/target.ts';
import type { CoverageReads } from './coverage-records.ts';
import type { ExemptionReads, ExemptionWrites } from './exemption-records.ts';
import type { JudgementReads, JudgementWrites, KeptJudgement } from './judgement-records.ts';
import type { PolicyReads, PolicyWrites } from './policy-records.ts';
import type { RolloutReads, RolloutWrites } from './rollout-records.ts';

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
}

/** What a token says of hardware or keys that show up twice. */
export type OnConflict = 'quarantine' | 'replace';

/** How two devices, or two copies of one, are known to be at odds; the rules are in enrollment/conflicts.ts. */
export type ConflictKind =
  | 'same_hardware'
  | 'claimed_hardware'
  | 'hardware_changed'
  | 'two_places'
  | 'number_rolled_back'
  | 'number_reused'
  | 'retired_key';

/** A conflict to be flagged. */
export interface NewConflict {
  kind: ConflictKind;
  /** The other device; null when it is one device in two copies. */
  otherId: string | null;
  /** What was seen, in words for people. */
  detail: string;
}

/** A flagged conflict. It is open until an administrator, or the token's policy, resolved it. */
export interface Conflict extends NewConflict {
  id: string;
  /** The device that brought it about. */
  deviceId: string;
  at: number;
  resolvedAt: number | null;
  resolution: Resolution | null;
  resolvedBy: string | null;
}

export type Resolution = 'keep_this' | 'keep_both' | 'keep_other';

/** What an administrator or an agent did to the device itself; a row of its timeline. */
export interface DeviceEvent {
  kind:
    | 'approved'
    | 'revoked'
    | 'unenrolled'
    | 'owner'
    | 'key'
    | 'conflict'
    | 'offline'
    | 'lost'
    | 'exemption';
  title: string;
  detail: string;
  /** Who did it. */
  by: string;
}

/** What becomes of the device itself in one step of its life. */
export interface LifecycleStep {
  event: DeviceEvent;
  standing?: { state: DeviceState; reason: string; replacedBy?: string };
  owner?: string | null;
  /** Each is flagged unless the like is open already. */
  conflicts?: NewConflict[];
  resolves?: { id: string; resolution: Resolution }[];
}

/** A key that a device was known by, with the envelope by which the key before vouches for it. */
export interface DeviceKey {
  keyId: Uint8Array;
  publicKey: Uint8Array;
  keyAlgorithm: KeyAlgorithm;
  keyStorage: string;
  since: number;
  retiredAt: number | null;
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
  /** Null where it is what is known already; so is `agentVersion`. */
  identity: Identity | null;
  agentVersion: string | null;
  assessment: Assessment;
  /** The assessment says what the one before said, and only its times moved. */
  isRestated: boolean;
  /** When time alone is a reason to judge again; null: never. */
  lookAt: number | null;
  /** Null: nothing changed that people or consumers should see. */
  change: VerdictChange | null;
  /** What a change was made from; null where there is none. */
  judgement: KeptJudgement | null;
  /** The evidence tells something that the report before did not. */
  isNewPosture: boolean;
  deliveries: Delivery[];
  /** Missing: only the posture moved. */
  lifecycle?: LifecycleStep;
  /** Further rows for the device's timeline, at their own times. */
  events?: (DeviceEvent & { at: number })[];
}

/** Reports of a device's time offline: they become part of its past, and no verdict follows. */
export interface OfflineReports {
  deviceId: string;
  at: number;
  /** Reports that the device says are stored already. */
  known: { number: number; payload: Uint8Array }[];
  /** By number; `offlineAt` is when each was made, by the collector's clock. */
  reports: (Evidence & { offlineAt: number })[];
  events: (DeviceEvent & { at: number })[];
}

/** Nothing was stored unless it says so. `differs`: what is stored under that number is another report. */
type OfflineResult = { result: 'stored' } | { result: 'not_known' | 'differs'; number: number };

export interface NewDevice {
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
  | {
      result: 'enrolled';
      id: string;
      state: DeviceState;
      /** Devices that the token lets this one take the place of. */
      replaces: string[];
    }
  | { result: 'token_unknown' | 'token_expired' | 'token_used_up' | 'key_already_enrolled' };

export interface EnrollmentToken {
  id: string;
  createdAt: number;
  expiresAt: number;
  uses: number;
  used: number;
  owner: string | null;
  groups: string[];
  /** Whether an administrator must approve each device. */
  approval: boolean;
  onConflict: OnConflict;
}

/** A new key for a device, with what proves it. */
interface KeyRotation {
  deviceId: string;
  oldKeyId: Uint8Array;
  key: Omit<DeviceKey, 'retiredAt'>;
  /** The signed rotation, so that the voucher can be checked again years later. */
  payload: Uint8Array;
  signature: Uint8Array;
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
    state: string;
    status: number | null;
    answer: string | null;
  } | null;
  /** Of what was done to the device itself. */
  event?: DeviceEvent;
}

/** A step of letting go of what is older than a time: from a place on, at most so many places. */
export interface Retention<Place> {
  after: Place;
  before: number;
  limit: number;
}

/** How many rows went, and where to go on; null: that was all. */
interface Pruned<Place> {
  removed: number;
  after: Place | null;
}

/**
 * What can be written. Everything that is waiting goes into one durable transaction; each call still succeeds
 * or fails alone.
 */
export interface Writes extends PolicyWrites, RolloutWrites, JudgementWrites, ExemptionWrites {
  appendCommit(commit: Commit): void;
  appendOffline(reports: OfflineReports): OfflineResult;
  /** For a device that was never judged: there is no verdict to move. */
  applyLifecycle(input: { deviceId: string; at: number; step: LifecycleStep }): void;
  recordAttempt(attempt: AttemptRecord): void;
  requeueDelivery(input: { id: string; at: number }): Delivery | null;
  enroll(device: NewDevice): EnrollResult;
  rotateKey(rotation: KeyRotation): 'rotated' | 'key_already_enrolled';
  /** From now on nobody can enroll with it. False when there is none. */
  expireEnrollmentToken(input: { id: string; at: number }): boolean;
  touchDevices(sightings: { id: string; at: number }[]): void;
  /** The device is due no earlier than then. */
  postponeLook(input: { id: string; at: number }): void;
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
  /** Removes reports that were received before a time and are needed no more; a step over the log. */
  pruneEvidence(step: Retention<number>): Pruned<number>;
  /** Removes a part of the past of devices, by id; what held when the kept time began stays. */
  pruneHistory(step: Retention<string>): Pruned<string>;
  /** Writes a little, to see whether it can be done. */
  probe(at: number): void;
  /** Keeps the value that is there already. Gives out the one that holds. */
  setOnce(input: { key: string; value: string }): string;
}

/** What can be read. */
export interface Reads extends PolicyReads, RolloutReads, CoverageReads, JudgementReads, ExemptionReads {
  device(id: string): StoredDevice | null;
  devices(query: DeviceQuery): DevicePage;
  /** Other devices that claim the same serial or UUID, and have not left by themselves or been replaced. */
  devicesWithHardware(input: {
    platform: Platform;
    serial: string | null;
    uuid: string | null;
    except: string;
  }): string[];
  /** Open conflicts of these devices, whichever side of it they are on. */
  conflictsOf(deviceIds: string[]): Conflict[];
  conflict(id: string): Conflict | null;
  deviceKeys(deviceId: string): DeviceKey[];
  /** Devices that time alone may be a reason to judge again; of some of them a report has moved that further away. */
  devicesDue(input: { at: number; limit: number }): string[];
  /** Those whose assessment is of a later time, by id: the clock was set back. */
  devicesJudgedAfter(input: { at: number; after: string; limit: number }): string[];
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

/** How one of the store's connections is doing. */
export interface ConnectionStatus {
  /** Age of the oldest call that isn't answered yet, ms; 0: none waits. */
  waitingMs: number;
  /** Null while the newest call went well. `detail` is in words for people. */
  failing: { forMs: number; detail: string } | null;
}

/** The durable memory. Rejects with AssayError `store_unavailable` when nothing could be written or read. */
export interface Store extends Promised<Writes>, Promised<Reads> {
  status(): { writer: ConnectionStatus; reader: ConnectionStatus };
  close(): Promise<void>;
}
