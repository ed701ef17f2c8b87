import type { RepeatedReport, Signals } from '@assay/shared';
import { type Device, signalsOf } from './fleet.ts';
import type { LifecycleNews, VerdictChange } from './publish/target.ts';
import type { DeviceRecord, Identity } from './store/devices.ts';
import type { LifecycleStep } from './store/lifecycle.ts';
import type { Commit, Evidence } from './store/report-log.ts';

/** What is new about the device; `evidence` is null when nothing was reported. */
export interface Step {
  at: number;
  /** Null: they are in the evidence, which repeats the last report. */
  signals: Signals | null;
  /** What the last report said, where it was decoded already; missing: it has to be. */
  before?: Signals;
  /** Of evidence that repeats the last report. */
  repeated?: RepeatedReport;
  evidence: Evidence | null;
  identity: Identity | null;
  agentVersion: string | null;
  /** The collector's clock less the agent's, ms; missing: nothing was reported. */
  clockSkew?: number;
  /** Missing: only the posture moved. */
  lifecycle?: Lifecycle;
  /** What agents report goes first. */
  inBackground?: true;
  /** Further rows for the timeline. */
  events?: Commit['events'];
}

/** What becomes of the device itself, why, and whether consumers are told even if the verdict stays. */
export interface Lifecycle {
  step: LifecycleStep;
  cause: VerdictChange['cause'];
  news?: LifecycleNews;
}

/** The step of a device that did not report: something other than its evidence is a reason to judge. */
export const withoutReport = (device: Device, at: number): Step => ({
  ...{ at, signals: signalsOf(device), evidence: null, identity: null, agentVersion: null },
});

/** The same where what agents report goes first. */
export const inBackground = (device: Device, at: number): Step => ({
  ...withoutReport(device, at),
  inBackground: true,
});

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
