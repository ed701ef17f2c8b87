import type { Notice } from '../../publish/notice.ts';
import type { AttemptRecord } from '../../publish/outbox.ts';
import type { NoticeDelivery } from '../../publish/target.ts';
import type { NoticePlace, NoticeReads, NoticeWrites, ToldNotice } from '../notices.ts';
import type { Settled } from '../settled.ts';
import { afterRemoval } from '../targets.ts';
import type { Db } from './database.ts';
import { HAS_TARGET } from './targets.ts';

interface NoticeRow {
  subject: string;
  event: Notice['event'];
  at: number;
  data: string;
}

interface Row extends NoticeRow {
  id: string;
  target_id: string;
  created_at: number;
  attempts: number;
  next_attempt_at: number;
  asked_at: number | null;
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

/** Puts the delivery of a notice in the outbox again. @returns null when there is none with the id */
export function noticeRequeuer(db: Db): (id: string, at: number) => NoticeDelivery | null {
  const requeue = db.prepare(
    `UPDATE notice_deliveries SET state = 'queued', next_attempt_at = @at, asked_at = @at WHERE id = @id AND ${HAS_TARGET}`,
  );
  const one = db.prepare<[string], Row>(`${DELIVERY_OF_NOTICE} WHERE d.id = ?`);
  return (id, at) => {
    const row = requeue.run({ at, id }).changes > 0 ? one.get(id) : undefined;
    return row ? toDelivery(row) : null;
  };
}

/**
 * Lets go of what was told before a time, where nothing waits and what it is about is over as well: as long as that is not,
 * a notice keeps it from being told again. @returns how many rows that were
 */
export function noticePruner(db: Db): (before: number) => number {
  const over = (table: string) =>
    `NOT EXISTS (SELECT 1 FROM ${table} WHERE id = notices.subject AND ends_at >= @before)`;
  const old = db.prepare<{ before: number }, NoticeRow>(`
    SELECT * FROM notices WHERE at < @before AND ${over('exemptions')} AND ${over('break_glass')} AND NOT EXISTS (
      SELECT 1 FROM notice_deliveries d WHERE d.subject = notices.subject AND d.event = notices.event
        AND d.state IN ('queued', 'retrying') AND ${HAS_TARGET})`);
  const deliveries = db.prepare('DELETE FROM notice_deliveries WHERE subject = ? AND event = ?');
  const notice = db.prepare('DELETE FROM notices WHERE subject = ? AND event = ?');
  return (before) =>
    old
      .all({ before })
      .reduce(
        (sum, { subject, event }) =>
          sum + deliveries.run(subject, event).changes + notice.run(subject, event).changes,
        0,
      );
}

const DELIVERY_OF_NOTICE = `
  SELECT d.*, n.at, n.data FROM notice_deliveries d JOIN notices n ON n.subject = d.subject AND n.event = d.event`;

/** Notices, told and still to be told. */
export function noticeReads(db: Db): Settled<NoticeReads> {
  const pending = db.prepare<[string, number], Row>(`
    ${DELIVERY_OF_NOTICE}
    WHERE d.target_id = ? AND d.state IN ('queued', 'retrying') ORDER BY d.id LIMIT ?`);
  const newest = db.prepare<[Record<keyof NoticePlace | 'limit', string | number>], NoticeRow>(`
    SELECT * FROM notices
    WHERE at <= @at AND (at < @at OR (subject, event) > (@subject, @event))
    ORDER BY at DESC, subject, event LIMIT @limit`);
  const told = db.prepare<[string, string], ToldNotice['deliveries'][number]>(`
    SELECT d.id, t.id AS targetId, t.name AS targetName, t.kind AS targetKind,
      t.removed_at AS targetRemovedAt, d.state, d.created_at AS createdAt, d.attempts,
      d.last_attempt_at AS lastAttemptAt, d.next_attempt_at AS nextAttemptAt, d.answer, d.status
    FROM notice_deliveries d JOIN targets t ON t.id = d.target_id
    WHERE d.subject = ? AND d.event = ? ORDER BY t.name, d.id`);

  return {
    pendingNotices: ({ targetId, limit }) => pending.all(targetId, limit).map(toDelivery),
    notices: ({ after, limit }) =>
      newest.all({ ...(after ?? THE_NEWEST), limit }).map((row) => ({
        ...toNotice(row),
        deliveries: told
          .all(row.subject, row.event)
          .map((delivery) => afterRemoval(delivery, delivery.targetRemovedAt)),
      })),
  };
}

const THE_NEWEST = { at: Number.MAX_SAFE_INTEGER, subject: '', event: '' };

const toNotice = ({ subject, event, at, data }: NoticeRow): Notice => ({
  ...{ event, subject, at },
  data: JSON.parse(data),
});

const toDelivery = (row: Row): NoticeDelivery => ({
  ...{ id: row.id, targetId: row.target_id, deviceId: row.subject, event: row.event },
  ...{ createdAt: row.created_at, attempts: row.attempts, nextAttemptAt: row.next_attempt_at },
  ...(row.asked_at === null ? {} : { askedAt: row.asked_at }),
  notice: toNotice(row),
});
