import type { Envelope } from '@assay/shared';
import type { Evidence } from '../report-log.ts';
import type { Db } from './database.ts';
import { toDelta } from './delta.ts';
import { toRepetition } from './repetition.ts';

/** A full report at least this often, by its number: so many can one take with it that is damaged. */
const FULL_EVERY = 96;
/** Some 300 bytes each; where a fleet is larger, they are looked up again now and then. */
const KNOWN_DEVICES = 16_384;

/** A device's newest reports. */
interface Newest {
  id: number | null;
  number: number;
  last: number | null;
  saidBy: number | null;
  lookAt: number | null;
}

/**
 * What is remembered of a device between two of its reports. It holds while `newest` is what the tables say, too: after a
 * transaction that was rolled back it is not.
 */
interface Known {
  device: number;
  /** The report that was written last. */
  newest: number | null;
  /** The full report which that one is, or is a delta to; null: there is none. */
  full: Full | null;
}

/** A full report, which deltas are made to. */
interface Full {
  id: number;
  number: number;
  keyId: Uint8Array;
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

/** Writes a report into the log. */
export type EvidenceWriter = (deviceId: string, evidence: Evidence, at: At) => Logged;

/**
 * Writes a report's exact signed bytes. Most of a report is what one before it said. After a full report come deltas to it,
 * not to each other, and behind a report those that repeat it: any is read with two or three look-ups. One for
 * a connection: it remembers what it wrote.
 * @throws Error when the device is not there, or has a report of that number or a greater one
 */
export function evidenceWriter(db: Db): EvidenceWriter {
  const devices = new Map<string, Known>();
  const refOf = db.prepare<[string], number>('SELECT ref FROM devices WHERE id = ?').pluck();
  const newestOf = db.prepare<[number], Newest>(`
    SELECT newest_report AS id, newest_number AS number, last_report AS last, said_by AS saidBy, look_at AS lookAt
    FROM progress WHERE device = ?`);
  const fullOf = db.prepare<[number | null], Full>(`
    SELECT id, number, key_id AS keyId FROM evidence WHERE id = (
      SELECT coalesce(base, id) FROM evidence WHERE id = (SELECT coalesce(base, id) FROM evidence WHERE id = ?))`);
  const bytesOf = db.prepare<[number], Buffer>('SELECT bytes FROM evidence WHERE id = ?').pluck();
  const insert = db.prepare(`
    INSERT INTO evidence (device, number, received_at, offline_at, base, previous, key_id, bytes, signature)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  /** What is kept of a report beside another, if that takes much less; null: it has to be kept in full. */
  function beside(newest: Newest, full: Full | null, evidence: Evidence): Beside | null {
    const { payload, keyId, number } = evidence;
    if (!full || number - full.number >= FULL_EVERY || Buffer.compare(full.keyId, keyId) !== 0) return null;
    const { saidBy } = newest;
    const repetition =
      evidence.isRepetition && saidBy !== null && newest.id === newest.last && toRepetition(payload);
    if (repetition) return { base: saidBy, bytes: repetition, saidBy };
    const delta = toDelta(bytesOf.get(full.id) as Buffer, payload);
    return delta.length < payload.length / 2 ? { base: full.id, bytes: delta, saidBy: null } : null;
  }

  function knownOf(deviceId: string): Known {
    const known = devices.get(deviceId);
    if (known) return known;
    const device = refOf.get(deviceId);
    if (device === undefined) throw new Error(`there is no device ${deviceId}`);
    if (devices.size >= KNOWN_DEVICES) devices.clear();
    const added = { device, newest: null, full: null };
    devices.set(deviceId, added);
    return added;
  }

  return (deviceId, evidence, { received, offline }) => {
    const known = knownOf(deviceId);
    const { device } = known;
    const newest = newestOf.get(device);
    const { number, keyId, payload, signature } = evidence;
    if (!newest) throw new Error(`there is no device ${deviceId}`);
    if (number <= newest.number) throw new Error(`report ${number} does not follow report ${newest.number}`);
    const { id: previous, lookAt } = newest;
    if (known.newest !== previous) known.full = fullOf.get(previous) ?? null;
    const kept = beside(newest, known.full, evidence);
    const { lastInsertRowid } = kept
      ? insert.run(device, number, received, offline, kept.base, previous, null, kept.bytes, signature)
      : insert.run(device, number, received, offline, null, previous, keyId, payload, signature);
    const id = Number(lastInsertRowid);
    known.newest = id;
    // A copy of its own: `Buffer.from` cuts it out of 64 KB that would stay as long as the device is remembered.
    if (!kept) known.full = { id, number, keyId: new Uint8Array(keyId) };
    return { id, device, saidBy: kept?.saidBy ?? id, lookAt };
  };
}

/**
 * Finds a device's report by its number and gives it out as it was signed: from the last report before the next full
 * one back to it, fewer steps than reports between two full ones.
 */
export function evidenceReader(db: Db): (deviceId: string, number: number) => Envelope | null {
  const find = db.prepare<[Record<string, unknown>], Envelope>(`
    WITH RECURSIVE
      asked(device) AS (SELECT ref FROM devices WHERE id = @deviceId),
      chain(id, number, previous) AS (
        SELECT id, number, previous FROM evidence WHERE id = coalesce(
          (SELECT coalesce(previous, 0) FROM evidence
            WHERE base IS NULL AND device = (SELECT device FROM asked) AND number > @number ORDER BY number LIMIT 1),
          (SELECT newest_report FROM progress WHERE device = (SELECT device FROM asked)))
        UNION ALL
        SELECT e.id, e.number, e.previous FROM chain c JOIN evidence e ON e.id = c.previous WHERE c.number > @number)
    SELECT restored(e.bytes, b.bytes, f.bytes) AS payload, e.signature,
      coalesce(e.key_id, b.key_id, f.key_id, x'') AS keyId
    FROM chain c
    JOIN evidence e ON e.id = c.id LEFT JOIN evidence b ON b.id = e.base LEFT JOIN evidence f ON f.id = b.base
    WHERE c.number = @number`);
  return (deviceId, number) => find.get({ deviceId, number }) ?? null;
}
