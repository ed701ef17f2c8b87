import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { toPublicKey, verifyEnvelope } from '@assay/shared';
import { openForReading } from '../../../collector/src/store/sqlite/database.ts';
import { simulateDevice } from '../../simulator/device.ts';
import { deriveKey } from '../../simulator/device-key.ts';

interface StoredReport {
  keyId: Uint8Array;
  payload: Uint8Array;
  signature: Uint8Array;
}

/** What stands in a database, bytes. All count whole pages, also those that still stand in the log alone. */
export interface Stored {
  /** All pages that are in use. */
  all: number;
  /** The signed reports, with their index. */
  evidence: number;
  /** What was judged whenever a verdict or a check moved, what it was judged from, and which reports told something new. */
  history: number;
  /** Rows of that history. */
  judgements: number;
}

const EVIDENCE = ['evidence', 'evidence_full'];
const HISTORY = [
  'assessments',
  'assessments_by_device',
  'judgement_texts',
  'judgement_texts_by_device',
  'postures',
];

/** Looks into a collector's database. */
export function databaseBytes(dataDir: string): Stored {
  const db = openForReading(join(dataDir, 'assay.db'));
  const count = (name: string) => Number(db.pragma(name, { simple: true }));
  const pages = db.prepare<[string], number>('SELECT sum(pgsize) FROM dbstat WHERE name = ?').pluck();
  const sum = (names: readonly string[]) =>
    names.reduce((bytes, name) => bytes + Number(pages.get(name) ?? 0), 0);
  const stored = {
    all: (count('page_count') - count('freelist_count')) * count('page_size'),
    evidence: sum(EVIDENCE),
    history: sum(HISTORY),
    judgements: Number(db.prepare('SELECT count(*) FROM assessments').pluck().get()),
  };
  db.close();
  return stored;
}

/** Reads every report of a fleet back. One whose signature does not verify over its bytes is not what was signed. */
export function checkStoredReports(
  dataDir: string,
  { seed, agents }: { seed: number; agents: number },
): { reports: number; bytes: number; wrong: number } {
  const db = openForReading(join(dataDir, 'assay.db'));
  const select = db.prepare<[string], StoredReport>(
    'SELECT key_id AS keyId, payload, signature FROM reports WHERE device_id = ?',
  );
  let reports = 0;
  let bytes = 0;
  let wrong = 0;
  for (let index = 0; index < agents; index += 1) {
    const key = toPublicKey(createPublicKey(deriveKey(seed, index)));
    for (const report of select.iterate(simulateDevice(seed, index).id)) {
      reports += 1;
      bytes += report.payload.length + report.signature.length;
      if (!isRight(report, key)) wrong += 1;
    }
  }
  db.close();
  return { reports, bytes, wrong };
}

function isRight(report: StoredReport, key: Parameters<typeof verifyEnvelope>[2]): boolean {
  try {
    verifyEnvelope('report', report, key);
    return true;
  } catch {
    return false;
  }
}
