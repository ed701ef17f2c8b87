import type { NoticeDelivery } from '../../publish/target.ts';
import type { NoticeReads, NoticeWrites } from '../notices.ts';
import type { Settled } from '../settled.ts';
import { byText } from './order.ts';
import type { NoticeRow, Tables } from './tables.ts';

/** Notices and their deliveries, written. */
export const noticeWrites = ({ notices, noticeDeliveries, targets }: Tables): Settled<NoticeWrites> => ({
  keepNotice({ notice, deliveries }) {
    const key = `${notice.event} ${notice.subject}`;
    if (notices.get(key)) return false;
    notices.put(key, notice);
    for (const { id, targetId, createdAt, nextAttemptAt } of deliveries) {
      if (!targets.get(targetId)) throw new Error(`there is no target ${targetId}`);
      const fresh = { createdAt, nextAttemptAt, attempts: 0, state: 'queued' } as const;
      noticeDeliveries.insert(id, { id, targetId, notice, ...fresh });
    }
    return true;
  },
});

/** Notices that are still to be told. */
export const noticeReads = ({ noticeDeliveries }: Tables): Settled<NoticeReads> => ({
  pendingNotices: ({ targetId, limit }) =>
    noticeDeliveries
      .where((row) => row.targetId === targetId && (row.state === 'queued' || row.state === 'retrying'))
      .sort(byText(({ id }) => id))
      .slice(0, limit)
      .map(toDelivery),
});

const toDelivery = ({ state: _, nextAttemptAt, ...row }: NoticeRow): NoticeDelivery => {
  const { subject, event } = row.notice;
  return { ...row, deviceId: subject, event, nextAttemptAt: nextAttemptAt as number };
};
