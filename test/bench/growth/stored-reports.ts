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

/** Pages in use, also those that still stand in the log alone. */
export function databaseBytes(dataDir: string): number {
  const db = openForReading(join(dataDir, 'assay.db'));
  const count = (name: string) => Number(db.pragma(name, { simple: true }));
  const bytes = (count('page_count') - count('freelist_count')) * count('page_size');
  db.close();
  return bytes;
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
