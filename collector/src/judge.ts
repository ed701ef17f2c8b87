import { type Assessment, decodeReport, type RepeatedReport, type Signals } from '@assay/shared';
import { type AssessContext, assess } from './assess/assess.ts';
import { carryOver, isRestated } from './assess/carry-over.ts';
import { carryValues } from './assess/carry-values.ts';
import type { BreakGlass, Exemption } from './assess/exemption.ts';
import { causeOf, findings } from './assess/explain.ts';
import { fromKept, type Memo, toKept } from './assess/memo.ts';
import { isSamePosture } from './assess/posture.ts';
import { restate } from './assess/restate.ts';
import { hasEnded, restrictionOf } from './enrollment/standing.ts';
import { type Device, signalsOf } from './fleet.ts';
import { HeldReport } from './held-report.ts';
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
  stages: Pick<Stages, 'observe' | 'time'>;
  /** After the commit is durable. `signals` is null where they say what they said before. */
  onAssessed(
    device: Device,
    assessment: Assessment,
    change: VerdictChange | null,
    signals: Signals | null,
    previous: Assessment | null,
  ): void;
}

/** What is new about the device; `evidence` is null when nothing was reported. */
export interface Step {
  at: number;
  /** Null: they are in the evidence, which repeats the last report. */
  signals: Signals | null;
  /** Of evidence that repeats the last report. */
  repeated?: RepeatedReport;
  evidence: Evidence | null;
  identity: Identity | null;
  agentVersion: string | null;
  /** The collector's clock less the agent's, ms; missing: nothing was reported. */
  clockSkew?: number;
  /** Missing: only the posture moved. */
  lifecycle?: Lifecycle;
  /** Further rows for the timeline. */
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
  return async (device, step) => {
    const { commit, signals, memo } = stages.time(
      'assess',
      () => repeat(device, step, judging) ?? judgeAnew(device, step, judging),
    );
    const from = performance.now();
    await store.appendCommit(commit);
    stages.observe('commit', performance.now() - from);
    const { assessment: previous } = device;
    if (memo) device.memo = toKept(memo);
    advance(device, step, commit.assessment, signals);
    publisher.enqueue(commit.deliveries);
    onAssessed(device, commit.assessment, commit.change, signals, previous);
    return commit.assessment;
  };
}

/** The step of a device that did not report: something other than its evidence is a reason to judge. */
export const withoutReport = (device: Device, at: number): Step => ({
  ...{ at, signals: signalsOf(device), evidence: null, identity: null, agentVersion: null },
});

interface Judged {
  commit: Commit;
  /** Null: they say what they said before, and what is remembered of them stays. */
  signals: Signals | null;
  memo: Memo | null;
}

const NO_DELIVERIES: Delivery[] = [];

/** A report that repeats the last one, where nothing else moved either; null: it has to be judged. */
function repeat(device: Device, step: Step, judging: Judging): Judged | null {
  const { record, assessment: previous, memo, verifications } = device;
  const isUntold = (record.lastReportAt ?? 0) < (judging.restoredAt ?? 0);
  // What a vendor signed holds for a while, and by keys that may be replaced.
  if (!step.repeated || !previous || !memo?.lasting || verifications || isUntold) return null;
  const context = contextOf(device, record, step, judging);
  const assessment = restate(judging.policy, step.repeated.observedAt, previous, memo.lasting, context);
  if (!assessment) return null;
  const { at, evidence, agentVersion } = step;
  const commit: Commit = {
    ...{ deviceId: record.id, at, evidence, identity: null, agentVersion },
    ...{ assessment, isRestated: true, lookAt: lookAgainAt(assessment) },
    ...{ change: null, judgement: null, isNewPosture: false, deliveries: NO_DELIVERIES },
  };
  return { commit, signals: null, memo: null };
}

function judgeAnew(device: Device, step: Step, judging: Judging): Judged {
  const before = signalsOf(device);
  const reported = step.signals ?? (step.evidence ? decodeReport(step.evidence.payload).signals : before);
  const looked = withVerification(reported, judging.vendors, device.record, step.at);
  const signals = carryValues(before, looked);
  const memo = fromKept(device.memo, before);
  return { commit: toCommit(device, step, { before, signals, memo }, judging), signals, memo };
}

/** What a device said, what it says, and what is remembered of it. */
interface Sight {
  before: Signals;
  signals: Signals;
  memo: Memo;
}

const contextOf = (
  device: Device,
  record: DeviceRecord,
  step: Step,
  { osEol, excuses }: Judging,
): AssessContext => ({
  now: step.at,
  platform: record.platform,
  previous: device.assessment,
  restriction: restrictionOf(record),
  osEol,
  evidenceAt: step.evidence ? step.at : (record.lastReportAt ?? step.at),
  clockSkew: step.clockSkew ?? device.clockSkew,
  deviceId: record.id,
  groups: record.groups,
  exemptions: excuses.of(record),
  breakGlass: excuses.breakGlass(step.at),
});

function toCommit(device: Device, step: Step, sight: Sight, judging: Judging): Commit {
  const record = afterStep(device.record, step);
  const { assessment: previous } = device;
  const { before, signals, memo } = sight;
  const context = contextOf(device, record, step, judging);
  const assessment = carryOver(previous, assess(judging.policy, signals, { ...context, memo }));
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
    lookAt: hasEnded(record.state) ? null : lookAgainAt(assessment),
    change,
    judgement: change && keepStep(device, step, sight, assessment, context),
    isNewPosture: step.evidence !== null && !isSamePosture(before, signals),
    deliveries,
    ...(step.lifecycle ? { lifecycle: step.lifecycle.step } : {}),
    ...(step.events ? { events: step.events } : {}),
  };
}

function keepStep(
  { record, assessment: previous }: Device,
  step: Step,
  sight: Sight,
  assessment: Assessment,
  context: AssessContext,
) {
  const before = judged({ number: record.lastNumber, at: record.lastReportAt ?? step.at }, sight.before);
  const evidence = judged(
    step.evidence ? { number: step.evidence.number, at: step.at } : before,
    sight.signals,
  );
  return keepJudgement(assessment, context, previous, evidence, before);
}

function judged({ number, at }: JudgedEvidence, signals: Signals): JudgedEvidence {
  const verifications = verificationsIn(signals);
  return { number, at, ...(verifications && { verifications }) };
}

/** When time alone is a reason to judge again: a change to come, or the evidence's end; null when both are past. */
export function lookAgainAt({ assessedAt, nextLookAt, validUntil }: Assessment): number | null {
  const next = nextLookAt ?? validUntil;
  if (next > assessedAt) return validUntil > assessedAt ? Math.min(next, validUntil) : next;
  return validUntil > assessedAt ? validUntil : null;
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

function advance(device: Device, step: Step, assessment: Assessment, signals: Signals | null): void {
  const { record, report } = device;
  const { at, evidence, identity, agentVersion, lifecycle, clockSkew } = step;
  device.assessment = assessment;
  if (lifecycle) Object.assign(record, afterStep(record, step));
  if (signals) device.verifications = verificationsIn(signals);
  if (identity) Object.assign(record, identity);
  if (agentVersion) record.agentVersion = agentVersion;
  if (!evidence) return;
  const { number, payload } = evidence;
  device.clockSkew = clockSkew ?? device.clockSkew;
  if (report) report.replace(number, payload, at);
  device.report = report ?? new HeldReport(number, payload, at);
  device.newest = device.report;
  record.lastNumber = number;
  record.lastReportAt = at;
  record.lastSeenAt = at;
}
