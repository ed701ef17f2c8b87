import type { Evidence } from '../report-log.ts';
import type { Db } from './database.ts';
import { toDelta } from './delta.ts';
import { toRepetition } from './repetition.ts';

/** A full report at least this often, by its number: so many can one take with it that is damaged. */
const FULL_EVERY = 96;

/** A device's newest reports. */
interface Newest {
  device: number;
  id: number | null;
  number: number;
  last: number | null;
  saidBy: number | null;
  lookAt: number | null;
}

/** A full report, which deltas are made to. */
interface Full {
  id: number;
  number: number;
  keyId: Buffer;
}

/** A report in the log. */
export interface Logged {
  id: number;
  /** Under which number the tables know its device. */
  device: number;
  /** The report that it repeats, or itself. */
  saidBy: number;
  /** When the tables say that time alone is a reason to judge the device again. */
  lookAt: number | null;
}

/** What is kept of a report beside another, and which one it repeats; null: none. */
interface Beside {
  base: number;
  bytes: Uint8Array;
  saidBy: number | null;
}

/** When a report came in, and when it was made if it is history, by the collector's clock. */
interface At {
  received: number;
  offline: number | null;
}

/**
 * Writes a report's exact signed bytes. Most of a report is what one before it said. After a full report come deltas to it,
 * not to each other, and behind a report those that repeat it: any is read with two or three look-ups.
 * @throws Error when the device is not there, or has a report of that number or a greater one
 */
export function evidenceWriter(db: Db): (deviceId: string, evidence: Evidence, at: At) => Logged {
  // No joins: SQLite prepares those anew for each value that is bound, which takes ten times as long as the look-up.
  const newestOf = db.prepare<[string], Newest>(`
    SELECT device, newest_report AS id, newest_number AS number, last_report AS last, said_by AS saidBy, look_at AS lookAt
    FROM progress WHERE device = (SELECT ref FROM devices WHERE id = ?)`);
  const fullOf = db.prepare<[number | null], Full>(`
    SELECT id, number, key_id AS keyId FROM evidence WHERE id = (
      SELECT coalesce(base, id) FROM evidence WHERE id = (SELECT coalesce(base, id) FROM evidence WHERE id = ?))`);
  const bytesOf = db.prepare<[number], Buffer>('SELECT bytes FROM evidence WHERE id = ?').pluck();
  const insert = db.prepare(`
    INSERT INTO evidence (device, number, received_at, offline_at, base, previous, key_id, bytes, signature)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  /** What is kept of a report beside another, if that takes much less; null: it has to be kept in full. */
  function beside(newest: Newest, evidence: Evidence): Beside | null {
    const { payload, keyId, number } = evidence;
    const full = fullOf.get(newest.id);
    if (!full || number - full.number >= FULL_EVERY || !full.keyId.equals(keyId)) return null;
    const { saidBy } = newest;
    const repetition =
      evidence.isRepetition && saidBy !== null && newest.id === newest.last && toRepetition(payload);
    if (repetition) return { base: saidBy, bytes: repetition, saidBy };
    const delta = toDelta(bytesOf.get(full.id) as Buffer, payload);
    return delta.length < payload.length / 2 ? { base: full.id, bytes: delta, saidBy: null } : null;
  }

  return (deviceId, evidence, { received, offline }) => {
    const newest = newestOf.get(deviceId);
    const { number, keyId, payload, signature } = evidence;
    if (!newest) throw new Error(`there is no device ${deviceId}`);
    if (number <= newest.number) throw new Error(`report ${number} does not follow report ${newest.number}`);
    const { device, id: previous, lookAt } = newest;
    const kept = beside(newest, evidence);
    const { lastInsertRowid } = kept
      ? insert.run(device, number, received, offline, kept.base, previous, null, kept.bytes, signature)
      : insert.run(device, number, received, offline, null, previous, keyId, payload, signature);
    const id = Number(lastInsertRowid);
    return { id, device, saidBy: kept?.saidBy ?? id, lookAt };
  };
}

/**
 * Finds a device's report by its number and gives out its exact signed bytes: from the last report before the next full
 * one back to it, fewer steps than reports between two full ones.
 */
export function evidenceReader(db: Db): (deviceId: string, number: number) => Buffer | null {
  const find = db.prepare<[Record<string, unknown>], { payload: Buffer }>(`
    WITH RECURSIVE
      asked(device) AS (SELECT ref FROM devices WHERE id = @deviceId),
      chain(id, number, previous) AS (
        SELECT id, number, previous FROM evidence WHERE id = coalesce(
          (SELECT coalesce(previous, 0) FROM evidence
            WHERE base IS NULL AND device = (SELECT device FROM asked) AND number > @number ORDER BY number LIMIT 1),
          (SELECT newest_report FROM progress WHERE device = (SELECT device FROM asked)))
        UNION ALL
        SELECT e.id, e.number, e.previous FROM chain c JOIN evidence e ON e.id = c.previous WHERE c.number > @number)
    SELECT restored(e.bytes, b.bytes, f.bytes) AS payload FROM chain c
    JOIN evidence e ON e.id = c.id LEFT JOIN evidence b ON b.id = e.base LEFT JOIN evidence f ON f.id = b.base
    WHERE c.number = @number`);
  return (deviceId, number) => find.get({ deviceId, number })?.payload ?? null;
}
