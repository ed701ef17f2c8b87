import type { Posture, ReportLogReads } from '../report-log.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { evidenceReader } from './evidence.ts';

/** The log of reports, read. */
export function reportLogReads(db: Db): Settled<ReportLogReads> {
  const payloadOf = evidenceReader(db);
  // With a plus, SQLite does not prepare it anew for each value that is bound.
  const postures = db.prepare<[Record<string, unknown>], Posture>(`
    SELECT p.number, p.at, restored(e.bytes, b.bytes) AS payload
    FROM devices d
    JOIN postures p ON p.device = d.ref
    JOIN evidence e ON e.id = p.report
    LEFT JOIN evidence b ON b.id = e.base
    WHERE d.id = +@deviceId AND p.number >= coalesce(
      (SELECT max(number) FROM postures WHERE device = d.ref AND at < +@since), 0)
    ORDER BY p.number`);

  return {
    evidence: ({ deviceId, number }) => payloadOf(deviceId, number),
    postures: (query) => postures.all({ ...query }),
  };
}
