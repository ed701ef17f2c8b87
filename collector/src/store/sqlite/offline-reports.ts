import type { ReportLogWrites } from '../report-log.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { type EvidenceWriter, evidenceReader } from './evidence.ts';
import { eventWriter } from './lifecycle.ts';
import { progressWriter } from './progress.ts';

/** Reports of the time offline, written: evidence that they were made, and rows for the timeline; no verdict. */
export function offlineWrites(
  db: Db,
  writeEvidence: EvidenceWriter,
): Settled<Pick<ReportLogWrites, 'appendOffline'>> {
  const reportOf = evidenceReader(db);
  const { recalled } = progressWriter(db);
  const writeEvent = eventWriter(db);

  return {
    appendOffline({ deviceId, at, known, reports, events }) {
      for (const { number, payload } of known) {
        const stored = reportOf(deviceId, number);
        if (!stored) return { result: 'not_known', number };
        if (Buffer.compare(stored.payload, payload) !== 0) return { result: 'differs', number };
      }
      for (const { offlineAt, ...evidence } of reports) {
        const report = writeEvidence(deviceId, evidence, { received: at, offline: offlineAt });
        recalled(report, evidence.number, at);
      }
      for (const event of events) writeEvent(deviceId, event, event.at);
      return { result: 'stored' };
    },
  };
}
