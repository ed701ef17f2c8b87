import type { Assessment, Envelope } from '@assay/shared';
import type { Delivery, VerdictChange } from '../publish/target.ts';
import type { Identity } from './devices.ts';
import type { KeptJudgement } from './judgements.ts';
import type { DeviceEvent, LifecycleStep } from './lifecycle.ts';
import type { Pruned, Retention } from './retention.ts';

/** An accepted report's exact signed bytes. */
export interface Evidence {
  number: number;
  keyId: Uint8Array;
  payload: Uint8Array;
  signature: Uint8Array;
  /** Byte for byte what the device's last report says, but for its number and times; missing: it may be anything. */
  isRepetition?: boolean;
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
  /** Nobody waits for it: what else is to be written goes first. */
  inBackground?: boolean;
}

/**
 * Pure. Whether a change is the cause of where the device stands from then on. Of one that is not trusted that stays what
 * moved its tier, or became of the device itself, whatever else comes and goes.
 */
export function isCause(
  { previous, current, lifecycle: news }: VerdictChange,
  lifecycle: LifecycleStep | undefined,
): boolean {
  if (news?.kind === 'owner_changed') return false;
  if (!previous || lifecycle?.standing || previous.tier !== current.tier) return true;
  return current.tier === 'trusted' && previous.score !== current.score;
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

/** A report that told something new, with the exact signed bytes. */
export interface Posture {
  number: number;
  at: number;
  payload: Uint8Array;
}

export interface ReportLogWrites {
  appendCommit(commit: Commit): Promise<void>;
  appendOffline(reports: OfflineReports): Promise<OfflineResult>;
  /** Removes reports that were received before a time and are needed no more; a step over the log. */
  pruneEvidence(step: Retention<number>): Promise<Pruned<number>>;
}

export interface ReportLogReads {
  /** One report, as it was signed. */
  evidence(input: { deviceId: string; number: number }): Promise<Envelope | null>;
  /** What a device said since a time, and what it had said last before it; oldest first, without repetitions. */
  postures(input: { deviceId: string; since: number }): Promise<Posture[]>;
}

/**
 * The log of accepted reports, each with the verdict and the deliveries that follow from it: a report is acknowledged when
 * its append is answered, and a device's reports are in the order of their numbers.
 */
export interface ReportLog extends ReportLogWrites, ReportLogReads {}
