import type { Assessment, Tier } from '@assay/shared';
import type { Notice } from '../../publish/notice.ts';
import type { Delivery, NoticeDelivery, VerdictChange } from '../../publish/target.ts';
import type { AuditEntry } from '../audit.ts';
import type { ProbeTally } from '../canary.ts';
import type { Conflict } from '../conflicts.ts';
import type { CoverageEvents, CoverageHour } from '../coverage.ts';
import type { DeliveryState } from '../deliveries.ts';
import type { DeviceRecord } from '../devices.ts';
import type { DeviceKey, EnrollmentToken } from '../enrollments.ts';
import type { BreakGlassRecord, ExemptionRecord } from '../exemptions.ts';
import type { KeptJudgement } from '../judgements.ts';
import type { DeviceEvent } from '../lifecycle.ts';
import type { PolicyActivation, PolicyVersion } from '../policies.ts';
import type { Evidence } from '../report-log.ts';
import type { RolloutRecord } from '../rollouts.ts';
import type { StoredTarget } from '../targets.ts';
import { type Journal, Table } from './table.ts';

export interface DeviceRow {
  id: string;
  record: DeviceRecord;
  tokenId: string;
  replacedBy: string | null;
  /** Above the record's `lastNumber` while the newest report is history. */
  newestNumber: number;
  /** When time alone may be a reason to judge again: then, or later. */
  lookAt: number | null;
  /** The assessment that holds, and its times, which move more often. */
  assessment: Assessment | null;
  times: Pick<Assessment, 'assessedAt' | 'validUntil' | 'nextLookAt'> | null;
  cause: VerdictChange['cause'] | null;
  causeAt: number | null;
}

export interface ReportRow extends Evidence {
  /** Place in the log. */
  id: number;
  deviceId: string;
  receivedAt: number;
  offlineAt: number | null;
}

export interface AssessmentRow {
  deviceId: string;
  at: number;
  number: number;
  score: number;
  tier: Tier;
  policy: string;
  change: VerdictChange;
  kept: KeptJudgement | null;
}

export interface DeliveryRow extends Pick<DeliveryState, 'state' | 'lastAttemptAt' | 'answer' | 'status'> {
  id: string;
  delivery: Omit<Delivery, 'nextAttemptAt'>;
  nextAttemptAt: number | null;
  /** Numbers of the attempts. */
  tried: readonly number[];
}

export interface NoticeRow
  extends Pick<NoticeDelivery, 'id' | 'targetId' | 'notice' | 'createdAt' | 'attempts' | 'askedAt'>,
    Pick<DeliveryState, 'state' | 'nextAttemptAt' | 'lastAttemptAt' | 'answer' | 'status'> {}

/** All that is remembered, as plain rows. */
export function createTables(journal: Journal) {
  const table = <Row>() => new Table<Row>(journal);
  return {
    devices: table<DeviceRow>(),
    deviceKeys: table<DeviceKey & { deviceId: string }>(),
    deviceEvents: table<DeviceEvent & { id: string; deviceId: string; at: number }>(),
    conflicts: table<Conflict>(),
    enrollmentTokens: table<EnrollmentToken & { hash: Uint8Array }>(),
    reports: table<ReportRow>(),
    postures: table<{ deviceId: string; number: number; at: number }>(),
    assessments: table<AssessmentRow>(),
    targets: table<StoredTarget & { removedAt: number | null }>(),
    deliveries: table<DeliveryRow>(),
    notices: table<Notice>(),
    noticeDeliveries: table<NoticeRow>(),
    policyVersions: table<PolicyVersion>(),
    policyActivations: table<PolicyActivation>(),
    rollouts: table<RolloutRecord>(),
    referenceValues: table<{ body: string }>(),
    exemptions: table<ExemptionRecord>(),
    breakGlass: table<BreakGlassRecord>(),
    audit: table<AuditEntry>(),
    access: table<{ name: string; kind: 'api' | 'sign_in'; expiresAt: number | null }>(),
    coverageHours: table<CoverageHour>(),
    coverageEvents: table<CoverageEvents>(),
    canaryProbes: table<ProbeTally>(),
    settings: table<{ value: string }>(),
    counters: table<{ last: number }>(),
  };
}

export type Tables = ReturnType<typeof createTables>;

/** The next number of a row of numbers, from 1. */
export function nextNumber({ counters }: Tables, name: string): number {
  const last = (counters.get(name)?.last ?? 0) + 1;
  counters.put(name, { last });
  return last;
}

/** @throws Error when there is none */
export function deviceOf({ devices }: Tables, id: string): DeviceRow {
  const row = devices.get(id);
  if (!row) throw new Error(`there is no device ${id}`);
  return row;
}
