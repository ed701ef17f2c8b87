import type { Assessment, Lost, Signals } from '@assay/shared';
import { type AssessContext, assess } from './assess/assess.ts';
import { carryOver, isRestated } from './assess/carry-over.ts';
import { carryValues } from './assess/carry-values.ts';
import type { BreakGlass, Exemption } from './assess/exemption.ts';
import { causeOf, findings } from './assess/explain.ts';
import { isSamePosture } from './assess/posture.ts';
import { hasEnded, restrictionOf } from './enrollment/standing.ts';
import type { Device } from './fleet.ts';
import type { Policy } from './policy/policy.ts';
import type { Delivery, LifecycleNews, VerdictChange } from './publish/target.ts';
import { changesToTell, isTransition, toVerdict } from './publish/transition.ts';
import type { OsEolTable } from './reference-values/os-eol.ts';
import { keepJudgement } from './replay/basis.ts';
import type { Stages } from './stages.ts';
import type { DeviceRecord, Identity } from './store/devices.ts';
import type { JudgedEvidence } from './store/judgements.ts';
import type { LifecycleStep } from './store/lifecycle.ts';
import type { Commit, Evidence, ReportLog } from './store/report-log.ts';
import { type Vendors, verificationsIn, withVerification } from './verify/attestation.ts';

/** What a judge works with. */
export interface Judging {
  /** The active one; another version may take its place at any time. */
  readonly policy: Policy;
  osEol: OsEolTable;
  /** The exemptions in force. */
  excuses: {
    of(device: Pick<DeviceRecord, 'id' | 'groups'>): readonly Exemption[];
    breakGlass(now: number): BreakGlass | null;
  };
  /** Those whose signed statements can be verified; their keys may be replaced at any time. */
  readonly vendors: Vendors;
  store: Pick<ReportLog, 'appendCommit'>;
  publisher: {
    planDeliveries(change: VerdictChange): Delivery[];
    enqueue(deliveries: readonly Delivery[]): void;
  };
  /**
   * When the data came from a backup, ms; missing or 0: never. What consumers were told in between is not known, so the
   * first report since then is told whatever the verdict was before.
   */
  restoredAt?: number;
  stages: Pick<Stages, 'observe' | 'time' | 'until'>;
  /** After the commit is durable. */
  onAssessed(device: Device, assessment: Assessment, change: VerdictChange | null): void;
}

/** What is new about the device; `evidence` is null when nothing was reported. */
export interface Step {
  at: number;
  signals: Signals;
  evidence: Evidence | null;
  evidenceDigest: Uint8Array | null;
  identity: Identity | null;
  agentVersion: string | null;
  /** The collector's clock less the agent's, ms; missing: nothing was reported. */
  clockSkew?: number;
  /** Missing: only the posture moved. */
  lifecycle?: Lifecycle;
  /** What the report says never arrived, and the rows that this makes in the timeline. */
  lost?: Lost | null;
  events?: Commit['events'];
}

/** What becomes of the device itself, why, and whether consumers are told even if the verdict stays. */
export interface Lifecycle {
  step: LifecycleStep;
  cause: VerdictChange['cause'];
  news?: LifecycleNews;
}

/**
 * Judges a device and makes report, assessment and deliveries durable together; then, and only then, the device
 * in memory moves on and the targets are told.
 * @throws AssayError `store_unavailable`: nothing of it happened
 */
export type Judge = (device: Device, step: Step) => Promise<Assessment>;

/** One for a collector: whether a report, time, a policy or an administrator asks, devices are judged by it. */
export function createJudge(judging: Judging): Judge {
  const { store, publisher, stages, onAssessed } = judging;
  return async (device, given) => {
    const looked = withVerification(given.signals, judging.vendors, device.record, given.at);
    const step = { ...given, signals: carryValues(device.signals, looked) };
    const commit = stages.time('assess', () => toCommit(device, step, judging));
    await stages.until('commit', store.appendCommit(commit));
    advance(device, step, commit.assessment);
    publisher.enqueue(commit.deliveries);
    onAssessed(device, commit.assessment, commit.change);
    return commit.assessment;
  };
}

/** The step of a device that did not report: something other than its evidence is a reason to judge. */
export const withoutReport = ({ signals, evidenceDigest }: Device, at: number): Step => ({
  ...{ at, signals, evidenceDigest },
  ...{ evidence: null, identity: null, agentVersion: null },
});

function toCommit(device: Device, step: Step, judging: Judging): Commit {
  const record = afterStep(device.record, step);
  const { assessment: previous } = device;
  device.memo ??= { judged: null };
  const context: AssessContext = {
    now: step.at,
    platform: device.record.platform,
    previous,
    restriction: restrictionOf(record),
    osEol: judging.osEol,
    evidenceAt: step.evidence ? step.at : (device.record.lastReportAt ?? step.at),
    clockSkew: step.clockSkew ?? device.clockSkew,
    deviceId: device.record.id,
    groups: device.record.groups,
    exemptions: judging.excuses.of(device.record),
    breakGlass: judging.excuses.breakGlass(step.at),
    memo: device.memo,
  };
  const assessment = carryOver(previous, assess(judging.policy, step.signals, context));
  const change = changeOf(device, record, step, assessment, judging.restoredAt ?? 0);
  // A device that is gone was told of for the last time.
  const isTold = step.lifecycle?.news !== undefined || !hasEnded(record.state);
  const deliveries = change && isTold ? changesToTell(change).flatMap(judging.publisher.planDeliveries) : [];
  return {
    deviceId: device.record.id,
    at: step.at,
    evidence: step.evidence,
    identity: step.identity,
    agentVersion: step.agentVersion,
    assessment,
    isRestated: isRestated(previous, assessment),
    // Only its own reports move the canary's verdict.
    lookAt: hasEnded(record.state) || record.canary ? null : lookAgainAt(assessment),
    change,
    judgement: change && keepStep(device, step, assessment, context),
    isNewPosture: step.evidence !== null && !isSamePosture(device.signals, step.signals),
    deliveries,
    ...(step.lifecycle ? { lifecycle: step.lifecycle.step } : {}),
    ...(step.events ? { events: step.events } : {}),
  };
}

function keepStep(
  { record, signals, assessment: previous }: Device,
  step: Step,
  assessment: Assessment,
  context: AssessContext,
) {
  const before = judged({ number: record.lastNumber, at: record.lastReportAt ?? step.at }, signals);
  const evidence = judged(
    step.evidence ? { number: step.evidence.number, at: step.at } : before,
    step.signals,
  );
  return keepJudgement(assessment, context, previous, evidence, before);
}

function judged({ number, at }: JudgedEvidence, signals: Signals): JudgedEvidence {
  const verifications = verificationsIn(signals);
  return { number, at, ...(verifications && { verifications }) };
}

/** When time alone is a reason to judge again: a change to come, or the evidence's end; null when both are past. */
export function lookAgainAt({ assessedAt, nextLookAt, validUntil }: Assessment): number | null {
  const ahead = [nextLookAt ?? validUntil, validUntil].filter((at) => at > assessedAt);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** The device as it is after the step; what the step does not touch stays. */
export function afterStep(
  record: DeviceRecord,
  { at, lifecycle }: Pick<Step, 'at' | 'lifecycle'>,
): DeviceRecord {
  const { standing, owner } = lifecycle?.step ?? {};
  return {
    ...record,
    ...(standing ? { state: standing.state, stateReason: standing.reason, stateAt: at } : {}),
    ...(owner === undefined ? {} : { owner }),
  };
}

const RESTORED = {
  kind: 'first',
  text: 'The collector was restored from a backup; this is its first report since.',
} as const;

function changeOf(
  device: Device,
  record: DeviceRecord,
  step: Step,
  assessment: Assessment,
  restoredAt: number,
): VerdictChange | null {
  const news = step.lifecycle?.news;
  const isTold = (device.record.lastReportAt ?? 0) >= restoredAt || !step.evidence;
  const previous = isTold ? device.assessment : null;
  if (!news && !isTransition(previous, assessment)) return null;
  const { kind, text } = step.lifecycle?.cause ?? (isTold ? causeOf(previous, assessment) : RESTORED);
  const { id, platform, owner } = record;
  const { hostname, serial, uuid } = step.identity ?? device.record;
  return {
    subject: { deviceId: id, platform, owner, hostname, serial, uuid },
    previous: previous && toVerdict(previous),
    current: toVerdict(assessment),
    cause: { kind, text },
    findings: findings(assessment),
    at: step.at,
    ...(news ? { lifecycle: news } : {}),
  };
}

function advance(device: Device, step: Step, assessment: Assessment): void {
  device.assessment = assessment;
  Object.assign(device.record, afterStep(device.record, step));
  device.signals = step.signals;
  if (step.identity) Object.assign(device.record, step.identity);
  if (step.agentVersion) device.record.agentVersion = step.agentVersion;
  if (!step.evidence) return;
  device.evidenceDigest = step.evidenceDigest;
  device.clockSkew = step.clockSkew ?? device.clockSkew;
  if (step.evidenceDigest) {
    const { number } = step.evidence;
    const { signals, lost = null, evidenceDigest: digest, at } = step;
    device.newest = { number, digest, signals, lost, at };
  }
  device.record.lastNumber = step.evidence.number;
  device.record.lastReportAt = step.at;
  device.record.lastSeenAt = step.at;
}
