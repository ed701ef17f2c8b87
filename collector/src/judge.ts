import type { Assessment, Signals } from '@assay/shared';
import { toKept } from './assess/memo.ts';
import type { Device } from './fleet.ts';
import { HeldReport } from './held-report.ts';
import { type Grounds, judgeStep } from './judge-step.ts';
import type { Delivery, VerdictChange } from './publish/target.ts';
import type { Stages } from './stages.ts';
import { afterStep, type Step } from './step.ts';
import type { ReportLog } from './store/report-log.ts';
import { verificationsIn } from './verify/attestation.ts';

/** What became of a device, and is durable. */
interface Assessed {
  device: Device;
  assessment: Assessment;
  /** The one before; null: there was none. */
  previous: Assessment | null;
  /** Null: the verdict says what it said before. */
  change: VerdictChange | null;
  /** Null: they say what they said before. */
  signals: Signals | null;
}

/** What a judge works with. */
export interface Judging extends Grounds {
  store: Pick<ReportLog, 'appendCommit'>;
  publisher: Grounds['publisher'] & { enqueue(deliveries: readonly Delivery[]): void };
  stages: Pick<Stages, 'observe' | 'time'>;
  onAssessed(assessed: Assessed): void;
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
    const { commit, signals, memo } = stages.time('assess', () => judgeStep(device, step, judging));
    const from = performance.now();
    await store.appendCommit(commit);
    stages.observe('commit', performance.now() - from);
    const { assessment: previous } = device;
    if (memo) device.memo = toKept(memo);
    if (!commit.isRestated) device.told = undefined;
    advance(device, step, commit.assessment, signals);
    publisher.enqueue(commit.deliveries);
    const { assessment, change } = commit;
    onAssessed({ device, assessment, previous, change, signals });
    return assessment;
  };
}

function advance(device: Device, step: Step, assessment: Assessment, signals: Signals | null): void {
  const { record, report } = device;
  const { at, evidence, identity, agentVersion, lifecycle } = step;
  device.assessment = assessment;
  if (lifecycle) Object.assign(record, afterStep(record, step));
  if (signals) device.verifications = verificationsIn(signals);
  if (identity) Object.assign(record, identity);
  if (agentVersion) record.agentVersion = agentVersion;
  if (!evidence) return;
  const { number, payload } = evidence;
  if (report) report.replace(number, payload, at);
  device.report = report ?? new HeldReport(number, payload, at);
  device.newest = device.report;
  record.lastNumber = number;
  record.lastReportAt = at;
  record.lastSeenAt = at;
}
