import type { Assessment } from '@assay/shared';
import type { Delivery, VerdictChange } from '../../publish/target.ts';
import {
  type Commit,
  type Evidence,
  isCause,
  type ReportLogReads,
  type ReportLogWrites,
} from '../report-log.ts';
import type { Settled } from '../settled.ts';
import { applyStep, writeEvent } from './lifecycle.ts';
import { byNumber } from './order.ts';
import { type DeviceRow, deviceOf, nextNumber, type ReportRow, type Tables } from './tables.ts';

export const reportKey = (deviceId: string, number: number): string => `${deviceId}/${number}`;

/** Accepted steps of devices' lives, and letting go of old ones. */
export function reportLogWrites(tables: Tables): Settled<ReportLogWrites> {
  const { devices, reports } = tables;
  return {
    appendCommit(commit) {
      const { deviceId, at, evidence, identity, agentVersion, lifecycle, events = [], change } = commit;
      const { record } = deviceOf(tables, deviceId);
      const told = { ...identity, ...(agentVersion === null ? {} : { agentVersion }) };
      devices.update(deviceId, { record: { ...record, ...told } });
      if (evidence) appendReport(tables, commit, evidence);
      if (lifecycle) applyStep(tables, deviceId, lifecycle, at);
      for (const event of events) writeEvent(tables, deviceId, event, event.at);
      writeAssessment(tables, commit);
      if (change) writeChange(tables, commit, change);
      for (const delivery of commit.deliveries) enqueue(tables, deviceId, delivery);
    },
    appendOffline({ deviceId, at, known, reports: made, events }) {
      for (const { number, payload } of known) {
        const stored = reports.get(reportKey(deviceId, number));
        if (!stored) return { result: 'not_known', number };
        if (Buffer.compare(stored.payload, payload) !== 0) return { result: 'differs', number };
      }
      for (const { offlineAt, ...evidence } of made) {
        writeReport(tables, deviceId, evidence, { received: at, offline: offlineAt });
        const { record } = deviceOf(tables, deviceId);
        devices.update(deviceId, { newestNumber: evidence.number, record: { ...record, lastSeenAt: at } });
      }
      for (const event of events) writeEvent(tables, deviceId, event, event.at);
      return { result: 'stored' };
    },
    pruneEvidence({ after, before, limit }) {
      const page = reports
        .where(({ id }) => id > after)
        .sort(byNumber(({ id }) => id))
        .slice(0, limit);
      const young = page.findIndex(({ receivedAt }) => receivedAt >= before);
      const old = young < 0 ? page : page.slice(0, young);
      const removed = letGo(tables, old, before);
      return { removed, after: old.length < limit ? null : (old.at(-1)?.id ?? null) };
    },
  };
}

/** The log of reports, read. */
export function reportLogReads({ reports, postures }: Tables): Settled<ReportLogReads> {
  return {
    evidence({ deviceId, number }) {
      const report = reports.get(reportKey(deviceId, number));
      if (!report) return null;
      const { payload, keyId, signature } = report;
      return { payload, keyId, signature };
    },
    postures({ deviceId, since }) {
      const own = postures
        .where((posture) => posture.deviceId === deviceId)
        .sort(byNumber(({ number }) => number));
      const first = own.findLast(({ at }) => at < since)?.number ?? 0;
      return own
        .filter(({ number }) => number >= first)
        .map(({ number, at }) => {
          const { payload } = reports.get(reportKey(deviceId, number)) as ReportRow;
          return { number, at, payload };
        });
    },
  };
}

/** @throws Error when the device has a report of that number or a greater one */
function writeReport(
  tables: Tables,
  deviceId: string,
  evidence: Evidence,
  { received, offline }: { received: number; offline: number | null },
): void {
  const { newestNumber } = deviceOf(tables, deviceId);
  const { number } = evidence;
  if (number <= newestNumber) throw new Error(`report ${number} does not follow report ${newestNumber}`);
  const place = { id: nextNumber(tables, 'report'), deviceId, receivedAt: received, offlineAt: offline };
  tables.reports.insert(reportKey(deviceId, number), { ...evidence, ...place });
}

function appendReport(tables: Tables, { deviceId, at, isNewPosture }: Commit, evidence: Evidence): void {
  const { number } = evidence;
  writeReport(tables, deviceId, evidence, { received: at, offline: null });
  const { record } = deviceOf(tables, deviceId);
  const moved = { lastNumber: number, lastReportAt: at, lastSeenAt: at };
  tables.devices.update(deviceId, { newestNumber: number, record: { ...record, ...moved } });
  if (isNewPosture) tables.postures.insert(reportKey(deviceId, number), { deviceId, number, at });
}

function writeAssessment(tables: Tables, { deviceId, assessment, isRestated, lookAt }: Commit): void {
  const { assessedAt, validUntil, nextLookAt } = assessment;
  const row = deviceOf(tables, deviceId);
  const isEarlier = row.lookAt === null || lookAt === null || lookAt < row.lookAt;
  tables.devices.update(deviceId, {
    times: { assessedAt, validUntil, nextLookAt },
    lookAt: isEarlier ? lookAt : row.lookAt,
    assessment: isRestated ? row.assessment : assessment,
  });
}

function writeChange(tables: Tables, commit: Commit, change: VerdictChange): void {
  const { deviceId, at, evidence, assessment, judgement } = commit;
  const { tier, score, policy } = assessment;
  const news = change.lifecycle?.kind;
  // What became of the device itself has its own row in the timeline; the verdict has one when it moved.
  if (isCause(change, commit.lifecycle))
    tables.devices.update(deviceId, { cause: change.cause, causeAt: at });
  if (!news || movedVerdict(change)) {
    const number = evidence?.number ?? 0;
    const row = { deviceId, at, number, score, tier, policy: policy.hash, change, kept: judgement };
    tables.assessments.put(`${deviceId}/${at}/${number}`, row);
  }
}

const movedVerdict = ({ previous, current }: VerdictChange): boolean =>
  previous?.score !== current.score || previous.tier !== current.tier;

function enqueue(tables: Tables, deviceId: string, { nextAttemptAt, ...delivery }: Delivery): void {
  const { id, targetId } = delivery;
  if (typeof id !== 'string' || !tables.targets.get(targetId))
    throw new Error(`there is no target ${targetId}`);
  const fresh = { state: 'queued', lastAttemptAt: null, answer: null, status: null, tried: [] } as const;
  tables.deliveries.insert(id, {
    id,
    delivery: { ...delivery, deviceId, attempts: 0 },
    nextAttemptAt,
    ...fresh,
  });
}

const nextReport = ({ reports }: Tables, deviceId: string, number: number): ReportRow | undefined =>
  reports
    .where((report) => report.deviceId === deviceId && report.number > number)
    .sort(byNumber((report) => report.number))
    .at(0);

/** Removes those of these reports that are needed no more. @returns how many that were */
export function letGo(tables: Tables, old: readonly ReportRow[], before: number): number {
  const { reports, postures } = tables;
  const gone = old.filter((report) => canGo(tables, report, before));
  const keys = new Set(gone.map(({ deviceId, number }) => reportKey(deviceId, number)));
  // What a device said when the kept time began goes on to hold.
  for (const { deviceId, number } of gone) {
    const next = nextReport(tables, deviceId, number) as ReportRow;
    const key = reportKey(deviceId, next.number);
    if (!postures.get(key)) postures.put(key, { deviceId, number: next.number, at: next.receivedAt });
  }
  postures.deleteWhere((_, key) => keys.has(key));
  return reports.deleteWhere((_, key) => keys.has(key));
}

/** Its next one is old enough to hold when the kept time begins, and what holds of the device now stays. */
function canGo(tables: Tables, { deviceId, number }: ReportRow, before: number): boolean {
  const next = nextReport(tables, deviceId, number);
  return (
    next !== undefined &&
    next.receivedAt < before &&
    next.number <= deviceOf(tables, deviceId).record.lastNumber
  );
}

/** The assessment that holds, with the times that moved since it was made. */
export const assessmentOf = ({ assessment, times }: DeviceRow): Assessment | null =>
  assessment && { ...assessment, ...times };
