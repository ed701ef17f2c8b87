import type { Assessment, Clock, Signals } from '@assay/shared';
import { assess } from './assess/assess.ts';
import { causeOf, findings } from './assess/explain.ts';
import type { Device } from './fleet.ts';
import type { Policy } from './policy/policy.ts';
import type { Delivery, VerdictChange } from './publish/target.ts';
import { isTransition, toVerdict } from './publish/transition.ts';
import type { OsEolTable } from './reference-values/os-eol.ts';
import type { Commit, Evidence, Identity, Store } from './store/store.ts';

/** What every judgement needs, whether a report, time or an administrator asks for it. */
export interface Judging {
  policy: Policy;
  osEol: OsEolTable;
  clock: Clock;
  store: Pick<Store, 'appendCommit'>;
  publisher: {
    planDeliveries(change: VerdictChange): Delivery[];
    enqueue(deliveries: readonly Delivery[]): void;
  };
  /** After the commit is durable. */
  onAssessed(device: Device, assessment: Assessment): void;
}

/** What is new about the device; `evidence` is null when nothing was reported. */
export interface Step {
  at: number;
  signals: Signals;
  evidence: Evidence | null;
  evidenceDigest: Uint8Array | null;
  identity: Identity | null;
  agentVersion: string | null;
}

/**
 * Judges a device and makes report, assessment and deliveries durable together; then, and only then, the device
 * in memory moves on and the targets are told.
 * @throws AssayError `store_unavailable`: nothing of it happened
 */
export async function judge(device: Device, step: Step, judging: Judging): Promise<Assessment> {
  const assessment = assess(judging.policy, step.signals, {
    now: step.at,
    platform: device.record.platform,
    previous: device.assessment,
    osEol: judging.osEol,
    evidenceAt: step.evidence ? step.at : (device.record.lastReportAt ?? step.at),
  });
  const change = changeOf(device, step, assessment);
  const deliveries = change ? judging.publisher.planDeliveries(change) : [];
  const commit: Commit = {
    deviceId: device.record.id,
    at: step.at,
    evidence: step.evidence,
    identity: step.identity,
    agentVersion: step.agentVersion,
    assessment,
    lookAt: lookAgainAt(assessment),
    change,
    deliveries,
  };
  await judging.store.appendCommit(commit);
  advance(device, step, assessment);
  judging.publisher.enqueue(deliveries);
  judging.onAssessed(device, assessment);
  return assessment;
}

/** When time alone is a reason to judge again: a change to come, or the evidence's end; null when both are past. */
export function lookAgainAt({ assessedAt, nextLookAt, validUntil }: Assessment): number | null {
  const next = Math.min(nextLookAt ?? validUntil, validUntil);
  return next > assessedAt ? next : null;
}

function changeOf(device: Device, step: Step, assessment: Assessment): VerdictChange | null {
  if (!isTransition(device.assessment, assessment)) return null;
  const { kind, text } = causeOf(device.assessment, assessment);
  const { id, platform, owner } = device.record;
  const { hostname, serial, uuid } = step.identity ?? device.record;
  return {
    subject: { deviceId: id, platform, owner, hostname, serial, uuid },
    previous: device.assessment && toVerdict(device.assessment),
    current: toVerdict(assessment),
    cause: { kind, text },
    findings: findings(assessment),
    at: step.at,
  };
}

function advance(device: Device, step: Step, assessment: Assessment): void {
  device.assessment = assessment;
  device.signals = step.signals;
  if (step.identity) Object.assign(device.record, step.identity);
  if (step.agentVersion) device.record.agentVersion = step.agentVersion;
  if (!step.evidence) return;
  device.evidenceDigest = step.evidenceDigest;
  device.record.lastNumber = step.evidence.number;
  device.record.lastReportAt = step.at;
  device.record.lastSeenAt = step.at;
}
