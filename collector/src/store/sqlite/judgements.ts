import type { Tier } from '@assay/shared';
import type { JudgementReads, JudgementWrites, StoredJudgement } from '../judgements.ts';
import type { Settled } from '../settled.ts';
import { type ChangeMessage, type CommitMessage, fromLatin1 } from './commit-message.ts';
import type { Db } from './database.ts';
import { RECORD_COLUMNS, type RecordRow, toRecord } from './devices.ts';
import { packBase, packText, readText, toText } from './judgement-text.ts';

interface JudgementRow {
  at: number;
  score: number;
  tier: Tier;
  digest: Uint8Array | null;
  text: string;
}

/** What the text of a judgement is read from: `a` are assessments, with `b`, the texts that they are compressed against. */
export const JUDGEMENTS = 'assessments a LEFT JOIN judgement_texts b ON b.id = a.base';

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

/** Writes a judgement into a device's history, and answers with its place there. */
export function judgementWriter(
  db: Db,
): (device: number, commit: CommitMessage, change: ChangeMessage) => number {
  const lastBase = db.prepare<[number], { id: number; body: Buffer }>(
    'SELECT id, body FROM judgement_texts WHERE device = ? ORDER BY id DESC LIMIT 1',
  );
  const insertBase = db.prepare('INSERT INTO judgement_texts (device, body) VALUES (?, ?)');
  const same = db
    .prepare<[number, number, number], number>(
      'SELECT id FROM assessments WHERE device = ? AND at = ? AND report_number = ?',
    )
    .pluck();
  const insert = db.prepare(`
    INSERT INTO assessments (device, at, report_number, score, tier, base, digest, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const remove = judgementRemover(db);

  /** Another base begins where the last one has become too unlike. */
  function pack(device: number, text: Buffer): { base: number; body: Buffer } {
    const last = lastBase.get(device);
    const body = last && packText(text, last.body);
    if (last && body && body.length <= last.body.length / 2) return { base: last.id, body };
    const base = packBase(text);
    return { base: Number(insertBase.run(device, base).lastInsertRowid), body: packText(text, base) };
  }

  return (device, { at, evidence, policy, tier }, { text: change, basis, score, digest }) => {
    const number = evidence?.number ?? 0;
    const { base, body } = pack(device, toText({ policy, change, basis }));
    const bytes = digest && fromLatin1(digest);
    const write = () => insert.run(device, at, number, score, tier, base, bytes, body);
    const written = write();
    if (written.changes > 0) return Number(written.lastInsertRowid);
    // Two judgements of one moment, of which the later one holds.
    const earlier = same.get(device, at, number);
    if (earlier !== undefined) remove(earlier);
    return Number(write().lastInsertRowid);
  };
}

/** Takes a judgement out of the history. Deliveries that tell of it keep what they tell. */
export function judgementRemover(db: Db): (id: number) => void {
  const telling = db.prepare<[number], number>('SELECT count(*) FROM deliveries WHERE told = ?').pluck();
  const textOf = db
    .prepare<[number], string>(`SELECT judgement(a.body, b.body) FROM ${JUDGEMENTS} WHERE a.id = ?`)
    .pluck();
  const keepTold = db.prepare('UPDATE deliveries SET told = NULL, change = ? WHERE told = ?');
  const remove = db.prepare('DELETE FROM assessments WHERE id = ?');
  return (id) => {
    if (telling.get(id)) keepTold.run(JSON.stringify(readText(textOf.get(id) ?? '').change), id);
    remove.run(id);
  };
}

/** Judgements of the past and what they were made from, read. */
export function judgementReads(db: Db): Settled<JudgementReads> {
  const judgement = db.prepare<[string, number], JudgementRow>(`
    SELECT a.at, a.score, a.tier, a.digest, judgement(a.body, b.body) AS text FROM ${JUDGEMENTS}
    WHERE a.device = (SELECT ref FROM devices WHERE id = ?) AND a.at <= ?
    ORDER BY a.at DESC, a.report_number DESC LIMIT 1`);
  const values = db.prepare<[string], { body: string }>('SELECT body FROM reference_values WHERE hash = ?');
  const judged = db.prepare<[string, number], RecordRow>(`
    SELECT ${RECORD_COLUMNS} FROM devices d JOIN progress p ON p.device = d.ref
    WHERE d.id > ? AND d.tier IS NOT NULL AND d.canary = 0 AND d.state NOT IN ('revoked', 'unenrolled')
    ORDER BY d.id LIMIT ?`);

  return {
    judgementAt({ deviceId, at }) {
      const row = judgement.get(deviceId, at);
      return row ? toJudgement(deviceId, row) : null;
    },
    referenceValues: (hash) => values.get(hash)?.body ?? null,
    judgedDevices: ({ after, limit }) => judged.all(after, limit).map(toRecord),
  };
}

function toJudgement(deviceId: string, { text, digest, ...row }: JudgementRow): StoredJudgement {
  const { policy, change, basis } = readText(text);
  return { ...row, deviceId, policy, change, kept: basis && digest && { basis, digest } };
}
