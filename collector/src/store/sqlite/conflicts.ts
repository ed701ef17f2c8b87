import { v7 as uuidv7 } from 'uuid';
import type { Conflict, ConflictKind, ConflictReads, NewConflict, Resolution } from '../conflicts.ts';
import type { DeviceReads } from '../devices.ts';
import type { DeviceKey, EnrollmentReads } from '../enrollments.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';

interface ConflictRow {
  id: string;
  device_id: string;
  other_id: string | null;
  kind: ConflictKind;
  detail: string;
  at: number;
  resolved_at: number | null;
  resolution: Resolution | null;
  resolved_by: string | null;
}

const toConflict = (row: ConflictRow): Conflict => ({
  id: row.id,
  deviceId: row.device_id,
  otherId: row.other_id,
  kind: row.kind,
  detail: row.detail,
  at: row.at,
  resolvedAt: row.resolved_at,
  resolution: row.resolution,
  resolvedBy: row.resolved_by,
});

/** The indexes are of those that have one, and are used only where that is said. */
export const SAME_HARDWARE = `(serial IS NOT NULL AND lower(serial) = lower(@serial)
  OR uuid IS NOT NULL AND lower(uuid) = lower(@uuid))`;

/** Flags a conflict; one that is open already is not flagged twice. */
export function conflictWriter(db: Db): (deviceId: string, conflict: NewConflict, at: number) => void {
  const insert = db.prepare(`
    INSERT INTO conflicts (id, device_id, other_id, kind, detail, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`);
  return (deviceId, { otherId, kind, detail }, at) =>
    insert.run(uuidv7(), deviceId, otherId, kind, detail, at);
}

/** Conflicts and keys of devices, read. */
export function conflictReads(
  db: Db,
): Settled<Pick<DeviceReads, 'devicesWithHardware'> & ConflictReads & Pick<EnrollmentReads, 'deviceKeys'>> {
  const claimants = db.prepare<[Record<string, unknown>], { id: string }>(`
    SELECT id FROM devices WHERE ${SAME_HARDWARE}
      AND platform = @platform AND id <> @except AND state <> 'unenrolled' AND replaced_by IS NULL`);
  const open = db.prepare<[Record<string, unknown>], ConflictRow>(`
    SELECT * FROM conflicts WHERE resolved_at IS NULL AND device_id IN (SELECT value FROM json_each(@ids))
    UNION
    SELECT * FROM conflicts WHERE resolved_at IS NULL AND other_id IN (SELECT value FROM json_each(@ids))
    ORDER BY at, id`);
  const one = db.prepare<[string], ConflictRow>('SELECT * FROM conflicts WHERE id = ?');
  const keys = db.prepare<[string], DeviceKey>(`
    SELECT key_id AS keyId, public_key AS publicKey, key_algorithm AS keyAlgorithm, key_storage AS keyStorage, since,
      retired_at AS retiredAt FROM device_keys WHERE device_id = ? ORDER BY since DESC, key_id DESC`);

  return {
    // Sorted here: asked to do it, SQLite would rather walk all devices in order.
    devicesWithHardware: (claim) =>
      claimants
        .all({ ...claim })
        .map(({ id }) => id)
        .sort(),
    conflictsOf: (deviceIds) => open.all({ ids: JSON.stringify(deviceIds) }).map(toConflict),
    conflict(id) {
      const row = one.get(id);
      return row ? toConflict(row) : null;
    },
    deviceKeys: (deviceId) => keys.all(deviceId),
  };
}
