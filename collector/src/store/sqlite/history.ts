import type { Tier } from '@assay/shared';
import type { DeliveryState } from '../deliveries.ts';
import type { HistoryEntry, HistoryReads } from '../history.ts';
import type { Settled } from '../settled.ts';
import { afterRemoval } from '../targets.ts';
import type { Db } from './database.ts';
import { readText } from './judgement-text.ts';
import { JUDGEMENTS } from './judgements.ts';
import { eventReader } from './lifecycle.ts';

/** A device's past: what was judged, and who was told. */
export function historyReads(db: Db): Settled<HistoryReads> {
  const assessments = db.prepare<
    [string, number, number],
    { at: number; report_number: number; score: number; tier: Tier; text: string }
  >(`
    SELECT a.at, a.report_number, a.score, a.tier, judgement(a.body, b.body) AS text FROM ${JUDGEMENTS}
    WHERE a.device = (SELECT ref FROM devices WHERE id = ?) AND a.at < ?
    ORDER BY a.at DESC, a.report_number DESC LIMIT ?`);
  const deliveries = db.prepare<
    [string, number, number],
    {
      id: string;
      at: number;
      event: string;
      name: string;
      state: DeliveryState['state'];
      status: number | null;
      answer: string | null;
      tier: Tier;
      removed_at: number | null;
    }
  >(`
    SELECT d.id, coalesce(d.last_attempt_at, d.created_at) AS at, d.event, t.name, d.state, d.status, d.answer, d.tier,
      t.removed_at
    FROM deliveries d JOIN targets t ON t.id = d.target_id
    WHERE d.device_id = ? AND coalesce(d.last_attempt_at, d.created_at) < ?
    ORDER BY at DESC, d.id DESC LIMIT ?`);

  const events = eventReader(db);

  return {
    history({ deviceId, before, limit }): HistoryEntry[] {
      const judged = assessments.all(deviceId, before, limit).map((row): HistoryEntry => {
        const { previous, cause } = readText(row.text).change;
        return {
          at: row.at,
          kind: 'assessment',
          id: `${row.at}-${row.report_number}`,
          score: row.score,
          tier: row.tier,
          previous: previous && { score: previous.score, tier: previous.tier },
          cause: cause.text,
          delivery: null,
        };
      });
      const told = deliveries.all(deviceId, before, limit).map(
        (row): HistoryEntry => ({
          at: row.at,
          kind: 'delivery',
          id: row.id,
          score: null,
          tier: row.tier,
          previous: null,
          cause: '',
          delivery: afterRemoval(
            { event: row.event, target: row.name, state: row.state, status: row.status, answer: row.answer },
            row.removed_at,
          ),
        }),
      );
      return [...judged, ...told, ...events(deviceId, before, limit)]
        .sort((a, b) => b.at - a.at)
        .slice(0, limit);
    },
  };
}
