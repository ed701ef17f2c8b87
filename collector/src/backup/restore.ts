import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import { toAuditEvent } from '../audit/actions.ts';
import { prepareDataDir } from '../config.ts';
import { lockDataDir } from '../data-dir-lock.ts';
import { auditWriter } from '../store/sqlite/audit.ts';
import { openForWriting } from '../store/sqlite/database.ts';
import { account } from './account.ts';
import { withUnpacked } from './backup.ts';
import type { BackupManifest } from './manifest.ts';
import type { Secrets } from './protection.ts';
import { DATABASE } from './snapshot.ts';

/** A restore that was cut off leaves this in the data directory; nothing starts there until one went through. */
export const RESTORING = 'restoring';

/** At the top of every ext file system: nobody can move it away from a volume of its own. */
const OF_THE_FILE_SYSTEM = 'lost+found';

/** What a restore took care of, for the person who did it. */
export interface Restored {
  manifest: BackupManifest;
  /** Enrollment tokens that could still have been used. */
  tokensExpired: number;
  /** Verdicts that were waiting to be told, and might raise trust on old evidence. */
  deliveriesDropped: number;
}

/**
 * Puts a backup into an empty data directory. The database comes last, so a restore that was cut off is seen.
 * @throws AssayError `restore_refused`, `data_dir_in_use`, `backup_invalid` or `database_newer`
 */
export async function restoreBackup(
  file: string,
  dataDir: string,
  { secrets, keepTokens, now }: { secrets: Secrets; keepTokens: boolean; now: number },
): Promise<Restored> {
  assertEmpty(dataDir);
  prepareDataDir(dataDir);
  mkdirSync(join(dataDir, RESTORING), { recursive: true, mode: 0o700 });
  const unlock = lockDataDir(dataDir);
  try {
    return await withUnpacked(file, secrets, join(dataDir, RESTORING, 'unpacked'), async (dir, manifest) => {
      const done = settle(join(dir, DATABASE), { keepTokens, now });
      for (const { path } of manifest.files.filter(({ path }) => path !== DATABASE)) {
        cpSync(join(dir, path), join(dataDir, path));
      }
      chmodSync(join(dir, DATABASE), 0o600);
      renameSync(join(dir, DATABASE), join(dataDir, DATABASE));
      handOver(dataDir);
      rmSync(join(dataDir, RESTORING), { recursive: true });
      return { manifest, ...done };
    });
  } finally {
    unlock();
  }
}

/** Root restores for a service that has a user of its own: the directory says whose. */
function handOver(dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dataDir);
  for (const path of readdirSync(dataDir, { recursive: true, encoding: 'utf8' }))
    if (!path.startsWith(OF_THE_FILE_SYSTEM)) lchownSync(join(dataDir, path), uid, gid);
}

function assertEmpty(dataDir: string): void {
  const names = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name !== OF_THE_FILE_SYSTEM) : [];
  if (names.length === 0 || names.includes(RESTORING)) return;
  throw new AssayError(
    'restore_refused',
    `${dataDir} is not empty (${names.slice(0, 3).join(', ')}): stop the collector and move it away first`,
  );
}

/**
 * What happened after the backup is not known. So nothing that could have been withdrawn since is given back: whoever
 * signed out stays out, join strings are dead, and no consumer is told of trust that rests on evidence from before;
 * each device's next report tells them anew (see `Judging.restoredAt`).
 */
function settle(file: string, { keepTokens, now }: { keepTokens: boolean; now: number }) {
  const db = openForWriting(file);
  try {
    return db.transaction(() => {
      db.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('restored_at', ?)").run(String(now));
      db.prepare("DELETE FROM access WHERE kind = 'sign_in'").run();
      const deliveries = db.prepare(
        "UPDATE deliveries SET state = 'superseded' WHERE state IN ('queued', 'retrying') AND tier <> 'untrusted'",
      );
      const tokens = db.prepare(
        'UPDATE enrollment_tokens SET expires_at = @now WHERE expires_at > @now AND used < uses',
      );
      const done = {
        deliveriesDropped: deliveries.run().changes,
        tokensExpired: keepTokens ? 0 : tokens.run({ now }).changes,
      };
      const act = { action: 'backup.restore', at: now, subject: 'database', after: done } as const;
      auditWriter(db)(toAuditEvent({ name: account(), source: 'cli' }, act));
      return done;
    })();
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}
