import type { HistoryEntry, HistoryReads, HistoryWrites } from '../history.ts';
import type { Settled } from '../settled.ts';
import { afterRemoval } from '../targets.ts';
import { pruneNotices } from './notices.ts';
import { byNumber, byText, descending, inOrder, pageOf } from './order.ts';
import type { AssessmentRow, DeliveryRow, Tables } from './tables.ts';
import { hasTarget } from './targets.ts';

/** Letting go of a part of the past. */
export function historyWrites(tables: Tables): Settled<HistoryWrites> {
  return {
    pruneHistory({ after, before, limit }) {
      const page = pageOf(
        tables.devices.where(() => true),
        { after, limit },
      );
      const isLast = page.length < limit;
      const ofDevices = page.reduce((sum, { id }) => sum + pruneDevice(tables, id, before), 0);
      const removed = ofDevices + (isLast ? pruneNotices(tables, before) : 0);
      return { removed, after: isLast ? null : (page.at(-1)?.id ?? null) };
    },
  };
}

/** A device's past, read: what was judged, who was told, and what became of the device itself. */
export function historyReads(tables: Tables): Settled<HistoryReads> {
  return {
    history({ deviceId, before, limit }) {
      const rows = [judged(tables, deviceId), told(tables, deviceId), happened(tables, deviceId)];
      return rows
        .flatMap((kind) => kind.filter(({ at }) => at < before).slice(0, limit))
        .sort(descending(byNumber(({ at }) => at)))
        .slice(0, limit);
    },
  };
}

const nothing = { score: null, tier: null, previous: null, cause: '', delivery: null };

/** Of one device, newest first. */
const judged = ({ assessments }: Tables, id: string): HistoryEntry[] =>
  assessments
    .where(({ deviceId }) => deviceId === id)
    .sort(newestFirst)
    .map(({ at, number, score, tier, change }) => {
      const { previous, cause } = change;
      return {
        ...{ at, kind: 'assessment', id: `${at}-${number}`, score, tier, cause: cause.text, delivery: null },
        previous: previous && { score: previous.score, tier: previous.tier },
      };
    });

/** The last judgement first. */
export const newestFirst = descending<AssessmentRow>(
  inOrder(
    byNumber(({ at }) => at),
    byNumber(({ number }) => number),
  ),
);

const lastTouchedAt = ({ delivery, lastAttemptAt }: DeliveryRow) => lastAttemptAt ?? delivery.createdAt;

const told = ({ deliveries, targets }: Tables, deviceId: string): HistoryEntry[] =>
  deliveries
    .where(({ delivery }) => delivery.deviceId === deviceId)
    .sort(
      descending(
        inOrder(
          byNumber(lastTouchedAt),
          byText(({ id }) => id),
        ),
      ),
    )
    .map((row) => {
      const { id, delivery, state, status, answer } = row;
      const { event, change, targetId } = delivery;
      const { name: target = '', removedAt = null } = targets.get(targetId) ?? {};
      const at = lastTouchedAt(row);
      const { tier } = change.current;
      return {
        ...nothing,
        at,
        kind: 'delivery',
        id,
        tier,
        delivery: afterRemoval({ event, target, state, status, answer }, removedAt),
      };
    });

const happened = ({ deviceEvents }: Tables, id: string): HistoryEntry[] =>
  deviceEvents
    .where(({ deviceId }) => deviceId === id)
    .sort(
      descending(
        inOrder(
          byNumber(({ at }) => at),
          byText((event) => event.id),
        ),
      ),
    )
    .map(({ id, at, deviceId: _, ...event }) => ({ ...nothing, at, id, kind: event.kind, event }));

/** The newest verdict before the time stays: it is what held when the kept time began. */
export function pruneDevice(tables: Tables, id: string, before: number): number {
  const { assessments, deviceEvents, deliveries } = tables;
  const isOld = (row: AssessmentRow) => row.deviceId === id && row.at < before;
  const held = Math.max(...assessments.where(isOld).map(({ at }) => at));
  const ofDevice = deliveries.where(({ delivery }) => delivery.deviceId === id);
  const done = doneBefore(ofDevice, before, (targetId) => hasTarget(tables, targetId));
  const attempts = done.reduce((sum, { tried }) => sum + tried.length, 0);
  return (
    assessments.deleteWhere((row) => isOld(row) && row.at < held) +
    deviceEvents.deleteWhere(({ deviceId, at }) => deviceId === id && at < before) +
    attempts +
    deliveries.deleteWhere((row) => done.includes(row))
  );
}

/** Those that nothing becomes of any more. The newest to each target tells where that target stands. */
function doneBefore(
  ofDevice: DeliveryRow[],
  before: number,
  isThere: (targetId: string) => boolean,
): DeliveryRow[] {
  const newest = new Map<string, string>();
  for (const { id, delivery } of ofDevice.sort(byText((row) => row.id))) newest.set(delivery.targetId, id);
  return ofDevice.filter(({ id, delivery: { targetId, createdAt }, state }) => {
    if (createdAt >= before) return false;
    if (!isThere(targetId)) return true;
    const isDone = state === 'delivered' || state === 'dead' || state === 'superseded';
    return isDone && newest.get(targetId) !== id;
  });
}
