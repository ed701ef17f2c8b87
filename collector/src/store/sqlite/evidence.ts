import type { Evidence } from '../store.ts';
import type { Db } from './database.ts';
import { toDelta } from './delta.ts';

/** A full report at least this often: what a damaged one can take with it, and how long none of them can be removed. */
const FULL_EVERY = 32;

/** A device's last full report, and under which number the tables know the device. */
interface Base {
  device: number;
  number: number | null;
  key_id: Uint8Array | null;
  bytes: Uint8Array | null;
}

/**
 * Writes a report's exact signed bytes. Most of a report is what the one before it said: after a full report come
 * deltas to it, not to each other, so that any of them is read with two look-ups.
 * @throws Error when the device is not there, or has that number already
 */
export function evidenceWriter(
  db: Db,
): (deviceId: string, evidence: Evidence, at: { received: number; offline: number | null }) => void {
  const baseOf = db.prepare<[string], Base>(`
    SELECT d.ref AS device, b.number, b.key_id, b.bytes FROM devices d
    LEFT JOIN evidence b ON b.device = d.ref AND b.number = (
      SELECT coalesce(base, number) FROM evidence WHERE device = d.ref ORDER BY number DESC LIMIT 1)
    WHERE d.id = ?`);
  const insert = db.prepare(`
    INSERT INTO evidence (device, number, received_at, offline_at, base, key_id, bytes, signature)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);

  return (deviceId, { number, keyId, payload, signature }, { received, offline }) => {
    const base = baseOf.get(deviceId);
    if (!base) throw new Error(`there is no device ${deviceId}`);
    const delta = deltaTo(base, number, keyId, payload);
    if (delta) insert.run(base.device, number, received, offline, base.number, null, delta, signature);
    else insert.run(base.device, number, received, offline, null, keyId, payload, signature);
  };
}

/** Null: a full report is due, or not much larger. */
function deltaTo(base: Base, number: number, keyId: Uint8Array, payload: Uint8Array): Buffer | null {
  if (base.number === null || !base.bytes || number - base.number >= FULL_EVERY) return null;
  if (!base.key_id || !Buffer.from(base.key_id).equals(keyId)) return null;
  const delta = toDelta(base.bytes, payload);
  return delta.length < payload.length / 2 ? delta : null;
}
