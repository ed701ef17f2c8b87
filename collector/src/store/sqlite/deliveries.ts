import type { Delivery } from '../../publish/target.ts';
import {
  type DeliveryReads,
  type DeliveryState,
  type DeliveryWrites,
  type LastDelivery,
  withWhatHoldsItBack,
} from '../deliveries.ts';
import type { Settled } from '../settled.ts';
import { auditWriter } from './audit.ts';
import type { Db } from './database.ts';
import { readText } from './judgement-text.ts';
import { noticeAttemptWriter, noticeRequeuer } from './notices.ts';
import { HAS_TARGET } from './targets.ts';

interface DeliveryRow {
  id: string;
  target_id: string;
  device_id: string;
  event: string;
  change: string;
  /** The judgement's text, where `change` is empty. */
  text: string | null;
  created_at: number;
  attempts: number;
  next_attempt_at: number | null;
  asked_at: number | null;
}

const DELIVERIES = `
  SELECT d.id, d.target_id, d.device_id, d.event, d.change, judgement(a.body, b.body) AS text, d.created_at, d.attempts,
    d.next_attempt_at, d.asked_at
  FROM deliveries d LEFT JOIN assessments a ON a.id = d.told LEFT JOIN judgement_texts b ON b.id = a.base`;

const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  targetId: row.target_id,
  deviceId: row.device_id,
  event: row.event,
  change: row.text === null ? JSON.parse(row.change) : readText(row.text).change,
  createdAt: row.created_at,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at ?? row.created_at,
  ...(row.asked_at === null ? {} : { askedAt: row.asked_at }),
});

/** The outbox, written. */
export function deliveryWrites(db: Db): Settled<DeliveryWrites> {
  // Recording the same attempt again, after a failure in between, changes nothing.
  const insertAttempt = db.prepare(`
    INSERT OR REPLACE INTO delivery_attempts (delivery_id, attempt, at, duration_ms, result, status, answer)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const update = db.prepare(`
    UPDATE deliveries SET state = ?, attempts = ?, next_attempt_at = ?, last_attempt_at = ?, status = ?, answer = ?
    WHERE id = ?`);
  const requeue = db.prepare(
    `UPDATE deliveries SET state = 'queued', next_attempt_at = @at, asked_at = @at WHERE id = @id AND ${HAS_TARGET}`,
  );
  const one = db.prepare<[string], DeliveryRow>(`${DELIVERIES} WHERE d.id = ?`);
  const tell = auditWriter(db);

  const recordNotice = noticeAttemptWriter(db);
  const requeueNotice = noticeRequeuer(db);

  return {
    recordAttempt(record) {
      if (recordNotice(record)) return;
      const { deliveryId, attempt, at, durationMs, answer, state, nextAttemptAt } = record;
      const duration = Math.round(durationMs);
      insertAttempt.run(deliveryId, attempt, at, duration, answer.result, answer.status, answer.detail);
      update.run(state, attempt, nextAttemptAt, at, answer.status, answer.detail, deliveryId);
    },
    requeueDelivery({ id, at, audit }) {
      const row = requeue.run({ at, id }).changes > 0 ? one.get(id) : undefined;
      const requeued = row ? toDelivery(row) : requeueNotice(id, at);
      if (requeued) tell(audit);
      return requeued;
    },
  };
}

/** The outbox, read. */
export function deliveryReads(db: Db): Settled<DeliveryReads> {
  const pending = db.prepare<[string, number], DeliveryRow>(
    `${DELIVERIES} WHERE d.target_id = ? AND d.state IN ('queued', 'retrying') ORDER BY d.id LIMIT ?`,
  );
  // Of what was made for one change, that which still has to be sent or never was; else, by UUIDv7, the newest.
  const states = db.prepare<[string], DeliveryState & { before: string | null }>(`
    SELECT d.id, t.id AS targetId, t.name AS targetName, t.kind AS targetKind, d.device_id AS deviceId, d.event,
      d.tier, d.state, d.created_at AS createdAt, d.attempts, d.last_attempt_at AS lastAttemptAt,
      d.next_attempt_at AS nextAttemptAt, d.answer, d.status,
      (SELECT answer FROM deliveries
        WHERE device_id = d.device_id AND target_id = t.id AND state = 'retrying' ORDER BY id LIMIT 1) AS before
    FROM targets t JOIN deliveries d ON d.id = (
      SELECT id FROM deliveries WHERE device_id = ? AND target_id = t.id
      ORDER BY created_at DESC, state = 'retrying' DESC, state = 'dead' DESC, state = 'queued' DESC, id DESC LIMIT 1)
    WHERE t.removed_at IS NULL ORDER BY t.name`);
  const newest = db
    .prepare<[], string | null>(`
      SELECT max(id) FROM (
        SELECT max(id) AS id FROM deliveries WHERE state IN ('queued', 'retrying')
        UNION ALL SELECT max(id) FROM notice_deliveries WHERE state IN ('queued', 'retrying'))`)
    .pluck();
  const tried = (table: string) =>
    `SELECT target_id, id, state, answer, last_attempt_at AS at FROM ${table} WHERE last_attempt_at IS NOT NULL`;
  const last = db.prepare<[], LastDelivery>(`
    SELECT target_id AS targetId, max(at) FILTER (WHERE state = 'delivered') AS acceptedAt,
      max(answer) FILTER (WHERE place = 1 AND state = 'dead') AS refusal
    FROM (SELECT *, row_number() OVER (PARTITION BY target_id ORDER BY at DESC, id DESC) AS place
      FROM (${tried('deliveries')} UNION ALL ${tried('notice_deliveries')}))
    GROUP BY target_id ORDER BY target_id`);

  return {
    pendingDeliveries: ({ targetId, limit }) => pending.all(targetId, limit).map(toDelivery),
    deliveryStates: (deviceId) =>
      states.all(deviceId).map(({ before, ...state }) => withWhatHoldsItBack(state, before)),
    newestPending: () => newest.get() ?? null,
    lastDeliveries: () => last.all(),
  };
}
