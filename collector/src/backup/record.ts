import { join } from 'node:path';
import { toAuditEvent } from '../audit/actions.ts';
import { auditWriter } from '../store/sqlite/audit.ts';
import { openBeside } from '../store/sqlite/database.ts';
import { account } from './account.ts';
import { DATABASE } from './snapshot.ts';

/** A backup as the audit log tells of it. */
interface MadeBackup {
  /** Its absolute path. */
  file: string;
  encrypted: boolean;
  devices: number;
}

/**
 * Writes to the audit log that somebody took everything along, beside a running collector or not.
 * @throws AssayError `data_dir_unusable` or `database_corrupt`; Error when the database stays locked
 */
export function recordBackup(dataDir: string, made: MadeBackup, at: number): void {
  const db = openBeside(join(dataDir, DATABASE));
  try {
    const act = { action: 'backup.create', at, subject: 'database', after: { ...made } } as const;
    const event = toAuditEvent({ name: account(), source: 'cli' }, act);
    db.transaction(() => auditWriter(db)(event)).immediate();
  } finally {
    db.close();
  }
}
