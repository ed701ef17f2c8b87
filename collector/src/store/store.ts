import type { AccessReads, AccessWrites } from './access.ts';
import type { AuditReads, AuditWrites } from './audit.ts';
import type { CanaryReads, CanaryWrites } from './canary.ts';
import type { ConflictReads } from './conflicts.ts';
import type { CoverageReads, CoverageWrites } from './coverage.ts';
import type { DeliveryReads, DeliveryWrites } from './deliveries.ts';
import type { DeviceReads, DeviceWrites } from './devices.ts';
import type { EnrollmentReads, EnrollmentWrites } from './enrollments.ts';
import type { ExemptionReads, ExemptionWrites } from './exemptions.ts';
import type { HistoryReads, HistoryWrites } from './history.ts';
import type { JudgementReads, JudgementWrites } from './judgements.ts';
import type { LifecycleWrites } from './lifecycle.ts';
import type { NoticeReads, NoticeWrites } from './notices.ts';
import type { PolicyReads, PolicyWrites } from './policies.ts';
import type { ReportLogReads, ReportLogWrites } from './report-log.ts';
import type { RolloutReads, RolloutWrites } from './rollouts.ts';
import type { SettingWrites } from './settings.ts';
import type { TargetReads, TargetWrites } from './targets.ts';

/**
 * What can be written. Everything that is waiting goes into one durable transaction; each call still succeeds
 * or fails alone.
 */
export interface Writes
  extends ReportLogWrites,
    HistoryWrites,
    JudgementWrites,
    DeviceWrites,
    LifecycleWrites,
    EnrollmentWrites,
    DeliveryWrites,
    TargetWrites,
    PolicyWrites,
    RolloutWrites,
    ExemptionWrites,
    NoticeWrites,
    AccessWrites,
    AuditWrites,
    SettingWrites,
    CanaryWrites,
    CoverageWrites {}

/** What can be read. */
export interface Reads
  extends ReportLogReads,
    HistoryReads,
    JudgementReads,
    DeviceReads,
    ConflictReads,
    EnrollmentReads,
    DeliveryReads,
    TargetReads,
    PolicyReads,
    RolloutReads,
    ExemptionReads,
    NoticeReads,
    CoverageReads,
    AuditReads,
    AccessReads,
    CanaryReads {}

/** What is told of a transaction once it is committed, or has failed. */
interface WrittenGroup {
  /** How long the oldest call in it that somebody waits for waited for the transactions before it; null: there is none. */
  queuedMs: number | null;
  /** From handing it to the writer to its answer. */
  workedMs: number;
}

/** A step of an upgrade of what is stored, told before it begins: it may take minutes. */
export interface UpgradeStep {
  /** First a copy is made, then one version after the other. */
  kind: 'copy' | 'migrate';
  /** The schema version that the step leads to; of the copy, that which is copied. */
  schema: number;
  /** How large the database is. */
  megabytes: number;
}

/** Who wants to know what an engine does. */
export interface StoreWatcher {
  onWritten?(group: WrittenGroup): void;
  onUpgrade?(step: UpgradeStep): void;
}

/** How one of the store's connections is doing. */
export interface ConnectionStatus {
  /** Age of the oldest call that isn't answered yet, ms; 0: none waits. */
  waitingMs: number;
  /** Null while the newest call went well. `detail` is in words for people. */
  failing: { forMs: number; detail: string } | null;
}

/**
 * The durable memory: the ports of all its parts. Who uses it asks for the parts that he needs.
 * Rejects with AssayError `store_unavailable` when nothing could be written or read.
 */
export interface Store extends Writes, Reads {
  status(): { writer: ConnectionStatus; reader: ConnectionStatus };
  close(): Promise<void>;
}
