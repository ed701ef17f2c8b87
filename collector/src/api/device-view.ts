import { type Assessment, decodeReport, type Report, SIGNAL_NAMES, type Signals } from '@assay/shared';
import type { AssessmentView, DeviceDetail, DeviceSummary, SignalView, TargetState } from '@assay/shared/api';
import { describeSignal, SIGNAL_CATALOG } from '@assay/shared/signal-catalog';
import { findings } from '../assess/explain.ts';
import { smallestFixes } from '../assess/smallest-fix.ts';
import type { LiveSessions } from '../gateway/live-sessions.ts';
import type { Policy } from '../policy/policy.ts';
import type { ActivePolicy } from '../rollout/active-policy.ts';
import type { Conflict } from '../store/conflicts.ts';
import type { DeliveryState } from '../store/deliveries.ts';
import type { DeviceRecord, StoredDevice } from '../store/devices.ts';
import type { StoredTarget } from '../store/targets.ts';

/** What a view shows besides what is stored. */
export interface ViewServices {
  live: LiveSessions;
  active: Pick<ActivePolicy, 'policy'>;
  /** Seen since the store was last told, ms; null when it wasn't. */
  lastSeen(deviceId: string): number | null;
  /** The signals with what is found now of the vendors' statements in them. */
  verified(signals: Signals, record: DeviceRecord): Signals;
}

/** A device as a row of the list. */
export function toSummary(
  { record, assessment }: { record: DeviceRecord; assessment: Assessment | null },
  conflicts: readonly Conflict[],
  { live, lastSeen }: ViewServices,
): DeviceSummary {
  const { id, hostname, platform, serial, model, owner, groups, state, stateReason, enrolledAt } = record;
  return {
    ...{ id, hostname, platform, serial, model, owner, groups, state, stateReason, enrolledAt },
    conflicts: conflicts.filter(({ deviceId, otherId }) => deviceId === id || otherId === id),
    connected: live.get(id) !== undefined,
    lastSeenAt: Math.max(record.lastSeenAt ?? 0, lastSeen(id) ?? 0) || null,
    score: assessment?.score ?? null,
    tier: assessment?.tier ?? null,
    tierSince: assessment?.tierSince ?? null,
    ...(record.canary ? { canary: true } : {}),
    failing: assessment ? findings(assessment).flatMap(({ title, excuse }) => (excuse ? [] : [title])) : [],
  };
}

/** Who is to be told of a device, and what of it each was told last. */
interface Told {
  targets: readonly StoredTarget[];
  deliveries: readonly DeliveryState[];
}

/** Everything that answers "why?". */
export function toDetail(
  stored: StoredDevice,
  { targets, deliveries }: Told,
  conflicts: readonly Conflict[],
  services: ViewServices,
): DeviceDetail {
  const { record, evidence, assessment, cause, causeAt } = stored;
  const report = evidence && decodeReport(evidence);
  const signals = report ? services.verified(report.signals, record) : {};
  const { vendor, model, uuid, virtual } = record;
  const { agent } = signals;
  return {
    device: toSummary(stored, conflicts, services),
    hardware: { vendor, model, uuid, virtual },
    evidence: {
      keyId: Buffer.from(record.keyId).toString('base64url'),
      keyAlgorithm: record.keyAlgorithm,
      keyStorage: record.keyStorage,
      agentVersion: record.agentVersion,
      inspectedRoot: agent?.status === 'ok' ? agent.value.inspected_root : '/',
      lastReportNumber: record.lastNumber,
      lastReportAt: record.lastReportAt,
    },
    assessment: assessment && toAssessmentView(assessment, services.active.policy.tiers),
    cause: cause && { kind: cause.kind, text: cause.text, at: causeAt ?? record.enrolledAt },
    signals: report ? toSignalViews(signals, report, record.lastReportAt ?? 0) : [],
    targets: targets.map((target) => toTargetState(target, deliveries)),
  };
}

// What an earlier version stored does not say by which tiers it was judged.
export function toAssessmentView(assessment: Assessment, present: Policy['tiers']): AssessmentView {
  const judged = { tiers: present, ...assessment };
  return { ...judged, fixes: smallestFixes(judged) };
}

/** Times by the collector's clock: the agent's may be hours off, or tell a time that no date can have. */
function toSignalViews(
  signals: Signals,
  { createdAt }: Pick<Report, 'createdAt'>,
  receivedAt: number,
): SignalView[] {
  const seenAt = (at: number) => Math.max(0, receivedAt - Math.max(0, createdAt - at));
  return SIGNAL_NAMES.flatMap((name) => {
    const signal = signals[name];
    if (!signal) return [];
    return {
      name,
      title: SIGNAL_CATALOG[name].title,
      status: signal.status,
      summary: describeSignal(name, signal),
      value: signal.status === 'ok' ? signal.value : null,
      reason: signal.status === 'unknown' ? signal.reason : null,
      observedAt: seenAt(signal.observedAt),
      source: 'agent',
    };
  });
}

/** Also of a target that was told nothing: it was added later, or the device was not judged yet. */
function toTargetState({ id, name, kind }: StoredTarget, deliveries: readonly DeliveryState[]): TargetState {
  const told = deliveries.find(({ targetId }) => targetId === id);
  if (!told) return { target: id, name, kind, delivery: null };
  const { targetId: _, targetName: __, targetKind: ___, deviceId: ____, ...delivery } = told;
  return { target: id, name, kind, delivery };
}
