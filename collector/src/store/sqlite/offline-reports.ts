import type { Writes } from '../store.ts';
import type { Db } from './database.ts';
import { evidenceWriter } from './evidence.ts';
import { eventWriter } from './lifecycle.ts';
import { progressWriter } from './progress.ts';

/** Reports of the time offline, written: evidence that they were made, and rows for the timeline; no verdict. */
export function offlineWrites(db: Db): Pick<Writes, 'appendOffline'> {
  const find = db.prepare<[string, number], { payload: Uint8Array }>(
    'SELECT payload FROM reports WHERE device_id = ? AND number = ?',
  );
  const writeEvidence = evidenceWriter(db);
  const { recalled } = progressWriter(db);
  const writeEvent = eventWriter(db);

  return {
    appendOffline({ deviceId, at, known, reports, events }) {
      for (const { number, payload } of known) {
        const stored = find.get(deviceId, number);
        if (!stored) return { result: 'not_known', number };
        if (!Buffer.from(stored.payload).equals(payload)) return { result: 'differs', number };
      }
      for (const { offlineAt, ...evidence } of reports) {
        writeEvidence(deviceId, evidence, { received: at, offline: offlineAt });
        recalled(deviceId, evidence.number, at);
      }
      for (const event of events) writeEvent(deviceId, event, event.at);
      return { result: 'stored' };
    },
  };
}
