import type { Notice } from '../../publish/notice.ts';
import type { NoticeDelivery } from '../../publish/target.ts';
import type { NoticePlace, NoticeReads, NoticeWrites } from '../notices.ts';
import type { Settled } from '../settled.ts';
import { afterRemoval } from '../targets.ts';
import { byNumber, byText, descending, inOrder } from './order.ts';
import type { NoticeRow, Tables } from './tables.ts';
import { hasTarget } from './targets.ts';

/** Notices and their deliveries, written. */
export const noticeWrites = ({ notices, noticeDeliveries, targets }: Tables): Settled<NoticeWrites> => ({
  keepNotice({ notice, deliveries }) {
    const key = `${notice.event} ${notice.subject}`;
    if (notices.get(key)) return false;
    notices.put(key, notice);
    for (const { id, targetId, createdAt, nextAttemptAt } of deliveries) {
      if (!targets.get(targetId)) throw new Error(`there is no target ${targetId}`);
      const fresh = { createdAt, nextAttemptAt, attempts: 0, state: 'queued', ...UNTRIED } as const;
      noticeDeliveries.insert(id, { id, targetId, notice, ...fresh });
    }
    return true;
  },
});

const UNTRIED = { lastAttemptAt: null, answer: null, status: null };

/** Puts the delivery of a notice in the outbox again; null when there is none with the id. */
export function requeueNotice(tables: Tables, id: string, at: number): NoticeDelivery | null {
  const { noticeDeliveries } = tables;
  const found = noticeDeliveries.get(id);
  if (!found || !hasTarget(tables, found.targetId)) return null;
  noticeDeliveries.update(id, { state: 'queued', nextAttemptAt: at, askedAt: at });
  const row = noticeDeliveries.get(id);
  return row ? toDelivery(row) : null;
}

/** Lets go of what was told before a time, where nothing waits and what it is about is over as well. */
export function pruneNotices(tables: Tables, before: number): number {
  const { notices, noticeDeliveries, exemptions, breakGlass } = tables;
  const waits = (row: NoticeRow) => isOpen(row) && hasTarget(tables, row.targetId);
  const isOld = ({ subject, event, at }: Notice) =>
    at < before &&
    [exemptions.get(subject), breakGlass.get(subject)].every((one) => !one || one.until < before) &&
    !noticeDeliveries.where((row) => waits(row) && isOf(row, { subject, event })).length;
  const old = notices.where(isOld);
  return (
    noticeDeliveries.deleteWhere((row) => old.some((notice) => isOf(row, notice))) +
    notices.deleteWhere((notice) => old.includes(notice))
  );
}

const isOpen = ({ state }: NoticeRow) => state === 'queued' || state === 'retrying';
const isOf = ({ notice }: NoticeRow, { subject, event }: Pick<Notice, 'subject' | 'event'>) =>
  notice.subject === subject && notice.event === event;

/** Notices, told and still to be told. */
export const noticeReads = ({ notices, noticeDeliveries, targets }: Tables): Settled<NoticeReads> => ({
  pendingNotices: ({ targetId, limit }) =>
    noticeDeliveries
      .where((row) => row.targetId === targetId && isOpen(row))
      .sort(byText(({ id }) => id))
      .slice(0, limit)
      .map(toDelivery),
  notices: ({ after, limit }) =>
    notices
      .where((notice) => after === null || newestFirst(after, notice) < 0)
      .sort(newestFirst)
      .slice(0, limit)
      .map((notice) => ({
        ...notice,
        deliveries: noticeDeliveries
          .where((row) => isOf(row, notice))
          .map(({ notice: _, askedAt: __, ...row }) => {
            const {
              name: targetName = '',
              kind: targetKind = '',
              removedAt: targetRemovedAt = null,
            } = targets.get(row.targetId) ?? {};
            return afterRemoval({ ...row, targetName, targetKind, targetRemovedAt }, targetRemovedAt);
          })
          .sort(
            inOrder(
              byText(({ targetName }) => targetName),
              byText(({ id }) => id),
            ),
          ),
      })),
});

const newestFirst = inOrder<NoticePlace>(
  descending(byNumber(({ at }) => at)),
  byText(({ subject }) => subject),
  byText(({ event }) => event),
);

const toDelivery = ({
  id,
  targetId,
  notice,
  createdAt,
  attempts,
  nextAttemptAt,
  askedAt,
}: NoticeRow): NoticeDelivery => ({
  ...{ id, targetId, notice, createdAt, attempts, nextAttemptAt: nextAttemptAt as number },
  ...(askedAt === undefined ? {} : { askedAt }),
  ...{ deviceId: notice.subject, event: notice.event },
});
