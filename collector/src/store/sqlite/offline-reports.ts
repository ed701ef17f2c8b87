import type { Writes } from '../store.ts';
import type { Db } from './database.ts';
import { eventWriter } from './lifecycle.ts';

/** Reports of the time offline, written: evidence that they were made, and rows for the timeline; no verdict. */
export function offlineWrites(db: Db): Pick<Writes, 'appendOffline'> {
  const find = db.prepare<[string, number], { payload: Uint8Array }>(
    'SELECT payload FROM reports WHERE device_id = ? AND number = ?',
  );
  const insert = db.prepare(`
    INSERT INTO reports (device_id, number, received_at, offline_at, key_id, payload, signature)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const newest = db.prepare('UPDATE devices SET newest_number = ?, last_seen_at = ? WHERE id = ?');
  const writeEvent = eventWriter(db);

  return {
    appendOffline({ deviceId, at, known, reports, events }) {
      for (const { number, payload } of known) {
        const stored = find.get(deviceId, number);
        if (!stored) return { result: 'not_known', number };
        if (!Buffer.from(stored.payload).equals(payload)) return { result: 'differs', number };
      }
      for (const { number, offlineAt, keyId, payload, signature } of reports) {
        insert.run(deviceId, number, at, offlineAt, keyId, payload, signature);
        newest.run(number, at, deviceId);
      }
      for (const event of events) writeEvent(deviceId, event, event.at);
      return { result: 'stored' };
    },
  };
}
