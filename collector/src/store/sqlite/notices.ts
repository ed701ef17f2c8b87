import type { AttemptRecord } from '../../publish/outbox.ts';
import type { NoticeDelivery } from '../../publish/target.ts';
import type { NoticeReads, NoticeWrites } from '../notices.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

interface Row {
  id: string;
  target_id: string;
  subject: string;
  event: NoticeDelivery['notice']['event'];
  at: number;
  data: string;
  created_at: number;
  attempts: number;
  next_attempt_at: number;
}

/** Notices and their deliveries, written. */
export function noticeWrites(db: Db): Settled<NoticeWrites> {
  const keep = db.prepare(
    'INSERT INTO notices (subject, event, at, data) VALUES (@subject, @event, @at, @data) ON CONFLICT DO NOTHING',
  );
  const insert = db.prepare(`
    INSERT INTO notice_deliveries (id, target_id, subject, event, created_at, state, next_attempt_at)
    VALUES (@id, @targetId, @subject, @event, @createdAt, 'queued', @nextAttemptAt)`);

  return {
    keepNotice({ notice, deliveries }) {
      const { subject, event, at, data } = notice;
      if (keep.run({ subject, event, at, data: JSON.stringify(data) }).changes === 0) return false;
      for (const { id, targetId, createdAt, nextAttemptAt } of deliveries)
        insert.run({ id, targetId, subject, event, createdAt, nextAttemptAt });
      return true;
    },
  };
}

/** Writes where an attempt left the delivery of a notice. @returns false when it is none */
export function noticeAttemptWriter(db: Db): (attempt: AttemptRecord) => boolean {
  const update = db.prepare(`
    UPDATE notice_deliveries SET state = ?, attempts = ?, next_attempt_at = ?, last_attempt_at = ?, status = ?, answer = ?
    WHERE id = ?`);
  return ({ deliveryId, attempt, at, answer, state, nextAttemptAt }) =>
    update.run(state, attempt, nextAttemptAt, at, answer.status, answer.detail, deliveryId).changes > 0;
}

/** Notices that are still to be told. */
export function noticeReads(db: Db): Settled<NoticeReads> {
  const pending = db.prepare<[string, number], Row>(`
    SELECT d.*, n.at, n.data FROM notice_deliveries d JOIN notices n ON n.subject = d.subject AND n.event = d.event
    WHERE d.target_id = ? AND d.state IN ('queued', 'retrying') ORDER BY d.id LIMIT ?`);
  return { pendingNotices: ({ targetId, limit }) => pending.all(targetId, limit).map(toDelivery) };
}

const toDelivery = (row: Row): NoticeDelivery => ({
  ...{ id: row.id, targetId: row.target_id, deviceId: row.subject, event: row.event },
  ...{ createdAt: row.created_at, attempts: row.attempts, nextAttemptAt: row.next_attempt_at },
  notice: { subject: row.subject, event: row.event, at: row.at, data: JSON.parse(row.data) },
});
