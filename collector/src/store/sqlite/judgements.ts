import type { Tier } from '@assay/shared';
import type { JudgementReads, JudgementWrites, StoredJudgement } from '../judgements.ts';
import type { Settled } from '../settled.ts';
import type { Db } from './database.ts';
import { RECORD_COLUMNS, type RecordRow, toRecord } from './devices.ts';

interface JudgementRow {
  device_id: string;
  at: number;
  score: number;
  tier: Tier;
  policy: string;
  change: string;
  basis: string | null;
  digest: Uint8Array | null;
}

/** Tables that judgements look things up in, written. */
export function judgementWrites(db: Db): Settled<JudgementWrites> {
  const keep = db.prepare(
    'INSERT INTO reference_values (hash, body) VALUES (@hash, @body) ON CONFLICT DO NOTHING',
  );
  return {
    keepReferenceValues(input) {
      keep.run(input);
    },
  };
}

/** Judgements of the past and what they were made from, read. */
export function judgementReads(db: Db): Settled<JudgementReads> {
  const judgement = db.prepare<[string, number], JudgementRow>(`
    SELECT device_id, at, score, tier, policy, change, basis, digest FROM assessments
    WHERE device_id = ? AND at <= ? ORDER BY at DESC, report_number DESC LIMIT 1`);
  const values = db.prepare<[string], { body: string }>('SELECT body FROM reference_values WHERE hash = ?');
  const judged = db.prepare<[string, number], RecordRow>(`
    SELECT ${RECORD_COLUMNS} FROM devices d JOIN progress p ON p.device = d.ref
    WHERE d.id > ? AND d.tier IS NOT NULL AND d.canary = 0 AND d.state NOT IN ('revoked', 'unenrolled')
    ORDER BY d.id LIMIT ?`);

  return {
    judgementAt({ deviceId, at }) {
      const row = judgement.get(deviceId, at);
      return row ? toJudgement(row) : null;
    },
    referenceValues: (hash) => values.get(hash)?.body ?? null,
    judgedDevices: ({ after, limit }) => judged.all(after, limit).map(toRecord),
  };
}

function toJudgement({ device_id, change, basis, digest, ...row }: JudgementRow): StoredJudgement {
  const kept = basis !== null && digest !== null ? { basis: JSON.parse(basis), digest } : null;
  return { ...row, deviceId: device_id, change: JSON.parse(change), kept };
}
