import { type Assessment, decodeChanged, type Signals } from '@assay/shared';
import { type AssessContext, assess } from './assess/assess.ts';
import { carryOver, isRestated } from './assess/carry-over.ts';
import { carryValues } from './assess/carry-values.ts';
import type { BreakGlass, Exemption } from './assess/exemption.ts';
import { causeOf, findings } from './assess/explain.ts';
import { fromKept, type Memo } from './assess/memo.ts';
import { isSamePosture } from './assess/posture.ts';
import { restate } from './assess/restate.ts';
import { hasEnded, restrictionOf } from './enrollment/standing.ts';
import { type Device, signalsOf } from './fleet.ts';
import type { Policy } from './policy/policy.ts';
import type { Delivery, VerdictChange } from './publish/target.ts';
import { changesToTell, isTransition, toVerdict } from './publish/transition.ts';
import type { OsEolTable } from './reference-values/os-eol.ts';
import { keepJudgement } from './replay/basis.ts';
import { afterStep, type Step } from './step.ts';
import type { DeviceRecord } from './store/devices.ts';
import type { JudgedEvidence } from './store/judgements.ts';
import type { Commit } from './store/report-log.ts';
import { type Vendors, verificationsIn, withVerification } from './verify/attestation.ts';

/** What a device is judged by. */
export interface Grounds {
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
  publisher: {
    planDeliveries(change: VerdictChange, options?: { judgedAt: number | null }): Delivery[];
    /** Missing: there is none. */
    hasTargetSince?(judgedAt: number): boolean;
  };
  /**
   * When the data came from a backup, ms; missing or 0: never. What consumers were told in between is not known, so the
   * first report since then is told whatever the verdict was before.
   */
  restoredAt?: number;
}

/** What a step makes of a device, not yet durable. */
export interface Judged {
  commit: Commit;
  /** Null: they say what they said before, and what is remembered of them stays. */
  signals: Signals | null;
  memo: Memo | null;
}

/**
 * Judges a device by what is new about it: a repetition by what is known, everything else anew. Nothing is stored, told or
 * remembered yet.
 */
export const judgeStep = (device: Device, step: Step, grounds: Grounds): Judged =>
  repeat(device, step, grounds) ?? judgeAnew(device, step, grounds);

const NO_DELIVERIES: Delivery[] = [];

/** A report that repeats the last one, where nothing else moved either; null: it has to be judged. */
function repeat(device: Device, step: Step, grounds: Grounds): Judged | null {
  const { record, assessment: previous, memo, verifications } = device;
  const isUntold = (record.lastReportAt ?? 0) < (grounds.restoredAt ?? 0);
  // What a vendor signed holds for a while, and by keys that may be replaced.
  if (!step.repeated || !previous || !memo?.lasting || verifications || isUntold) return null;
  if (grounds.publisher.hasTargetSince?.(previous.assessedAt)) return null;
  const context = contextOf(device, record, step, grounds);
  const assessment = restate(grounds.policy, step.repeated.observedAt, previous, memo.lasting, context);
  if (!assessment) return null;
  const { at, evidence, agentVersion } = step;
  const commit: Commit = {
    ...{ deviceId: record.id, at, evidence, identity: null, agentVersion },
    ...{ assessment, isRestated: true, lookAt: lookAgainAt(assessment) },
    ...{ change: null, judgement: null, isNewPosture: false, deliveries: NO_DELIVERIES },
  };
  return { commit, signals: null, memo: null };
}

function judgeAnew(device: Device, step: Step, grounds: Grounds): Judged {
  const { before, reported } = saidBy(device, step);
  const looked = withVerification(reported, grounds.vendors, device.record, step.at);
  const signals = carryValues(before, looked);
  const memo = fromKept(device.memo, before);
  return { commit: toCommit(device, step, { before, signals, memo }, grounds), signals, memo };
}

/** What a device said, and what it says now. A repetition's values are those of before: nothing is decoded twice. */
function saidBy(device: Device, step: Step): { before: Signals; reported: Signals } {
  const { report } = device;
  if (step.signals || !step.evidence || !report) {
    const before = signalsOf(device, step.before);
    return { before, reported: step.signals ?? before };
  }
  const known = report.decode();
  const { signals } = decodeChanged(step.evidence.payload, report.payload, known);
  return { before: signalsOf(device, known.signals), reported: signals };
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
  { osEol, excuses }: Grounds,
): AssessContext => ({
  now: step.at,
  platform: record.platform,
  previous: device.assessment,
  restriction: restrictionOf(record),
  osEol,
  evidenceAt: step.evidence ? step.at : (record.lastReportAt ?? step.at),
  clockSkew: step.clockSkew ?? device.report?.clockSkew ?? 0,
  deviceId: record.id,
  groups: record.groups,
  exemptions: excuses.of(record),
  breakGlass: excuses.breakGlass(step.at),
});

function toCommit(device: Device, step: Step, sight: Sight, grounds: Grounds): Commit {
  const record = afterStep(device.record, step);
  const { assessment: previous } = device;
  const { before, signals, memo } = sight;
  const context = contextOf(device, record, step, grounds);
  const assessment = carryOver(previous, assess(grounds.policy, signals, { ...context, memo }));
  const change = changeOf(device, record, step, assessment, grounds.restoredAt ?? 0);
  // A device that is gone was told of for the last time.
  const isTold = step.lifecycle?.news !== undefined || !hasEnded(record.state);
  const { publisher } = grounds;
  const judgedAt = previous?.assessedAt ?? null;
  const isHeardFirst = judgedAt !== null && publisher.hasTargetSince?.(judgedAt);
  const told = change ?? (isHeardFirst ? describe(device, record, step, previous, assessment) : null);
  const deliveries =
    told && isTold
      ? changesToTell(told).flatMap((part) => publisher.planDeliveries(part, { judgedAt }))
      : NO_DELIVERIES;
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
    ...(step.inBackground ? { inBackground: true } : {}),
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
  const change = describe(device, record, step, previous, assessment);
  return isTold ? change : { ...change, cause: step.lifecycle?.cause ?? RESTORED, isToldAnew: true };
}

function describe(
  device: Device,
  record: DeviceRecord,
  step: Step,
  previous: Assessment | null,
  assessment: Assessment,
): VerdictChange {
  const news = step.lifecycle?.news;
  const { kind, text } = step.lifecycle?.cause ?? causeOf(previous, assessment);
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
