import type { Posture, ReportLogReads } from '../report-log.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { fromDelta } from './delta.ts';
import { evidenceReader } from './evidence.ts';

/** As `evidence` has it: `base` is the full report that `bytes` are a delta to; null: they are the report. None only repeats. */
type PostureRow = [number: number, at: number, base: number | null, bytes: Buffer];

/** The log of reports, read. */
export function reportLogReads(db: Db): Settled<ReportLogReads> {
  const reportOf = evidenceReader(db);
  // With a plus, SQLite does not prepare it anew for each value that is bound.
  const postures = db
    .prepare<[Record<string, unknown>], PostureRow>(`
    SELECT p.number, p.at, e.base, e.bytes
    FROM devices d
    JOIN postures p ON p.device = d.ref
    JOIN evidence e ON e.id = p.report
    WHERE d.id = +@deviceId AND p.number >= coalesce(
      (SELECT max(number) FROM postures WHERE device = d.ref AND at < +@since), 0)
    ORDER BY p.number`)
    .raw();
  const full = db.prepare<[number], Buffer>('SELECT bytes FROM evidence WHERE id = ?').pluck();

  /** A device's reports, in their order: many in a row are deltas to the same one, which is read once. */
  function restore(rows: readonly PostureRow[]): Posture[] {
    let base: number | null = null;
    let baseBytes: Buffer = Buffer.alloc(0);
    return rows.map(([number, at, needed, bytes]) => {
      if (needed === null) return { number, at, payload: bytes };
      if (needed !== base) baseBytes = full.get(needed) as Buffer;
      base = needed;
      return { number, at, payload: fromDelta(baseBytes, bytes) };
    });
  }

  return {
    evidence: ({ deviceId, number }) => reportOf(deviceId, number),
    postures: (query) => restore(postures.all({ ...query })),
  };
}
