import type { Evidence } from '../report-log.ts';
import type { Db } from './database.ts';
import { toDelta } from './delta.ts';

/** A full report at least this often, by its number: so many can one take with it that is damaged. */
const FULL_EVERY = 32;

/** A device's newest report. */
interface Newest {
  device: number;
  id: number | null;
  number: number;
  lookAt: number | null;
}

/** A full report, which deltas are made to. */
interface Base {
  id: number;
  number: number;
  keyId: Buffer;
  bytes: Buffer;
}

/** A report in the log. */
export interface Logged {
  id: number;
  /** Under which number the tables know its device. */
  device: number;
  /** When the tables say that time alone is a reason to judge it again. */
  lookAt: number | null;
}

/**
 * Writes a report's exact signed bytes. Most of a report is what the one before it said: after a full report come
 * deltas to it, not to each other, so that any of them is read with two look-ups.
 * @throws Error when the device is not there, or has a report of that number or a greater one
 */
export function evidenceWriter(
  db: Db,
): (deviceId: string, evidence: Evidence, at: { received: number; offline: number | null }) => Logged {
  // No joins: SQLite prepares those anew for each value that is bound, which takes ten times as long as the look-up.
  const newestOf = db.prepare<[string], Newest>(`
    SELECT device, newest_report AS id, newest_number AS number, look_at AS lookAt FROM progress
    WHERE device = (SELECT ref FROM devices WHERE id = ?)`);
  const baseOf = db.prepare<[number | null], Base>(`
    SELECT id, number, key_id AS keyId, bytes FROM evidence
    WHERE id = (SELECT coalesce(base, id) FROM evidence WHERE id = ?)`);
  const insert = db.prepare(`
    INSERT INTO evidence (device, number, received_at, offline_at, base, previous, key_id, bytes, signature)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  return (deviceId, { number, keyId, payload, signature }, { received, offline }) => {
    const newest = newestOf.get(deviceId);
    if (!newest) throw new Error(`there is no device ${deviceId}`);
    if (number <= newest.number) throw new Error(`report ${number} does not follow report ${newest.number}`);
    const base = baseOf.get(newest.id);
    const delta = base ? deltaTo(base, number, keyId, payload) : null;
    const { device, lookAt } = newest;
    const { lastInsertRowid } =
      base && delta
        ? insert.run(device, number, received, offline, base.id, newest.id, null, delta, signature)
        : insert.run(device, number, received, offline, null, newest.id, keyId, payload, signature);
    return { id: Number(lastInsertRowid), device, lookAt };
  };
}

/** Null: a full report is due, or not much larger. */
function deltaTo(base: Base, number: number, keyId: Uint8Array, payload: Uint8Array): Uint8Array | null {
  if (number - base.number >= FULL_EVERY || !base.keyId.equals(keyId)) return null;
  const delta = toDelta(base.bytes, payload);
  return delta.length < payload.length / 2 ? delta : null;
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
    SELECT restored(e.bytes, b.bytes) AS payload FROM chain c
    JOIN evidence e ON e.id = c.id LEFT JOIN evidence b ON b.id = e.base
    WHERE c.number = @number`);
  return (deviceId, number) => find.get({ deviceId, number })?.payload ?? null;
}
