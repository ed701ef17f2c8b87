import type { Db } from './database.ts';

/**
 * As many pages lie in the write-ahead log before they are copied into the database. Few: they go to places all over a large
 * file, and a commit that comes meanwhile stands behind all of them at the disk.
 */
const WORTH_WHILE = 60;

/**
 * Copies what lies in the write-ahead log into the database, beside the writer's commits: one that does it waits for a
 * disk that has hundreds of pages to find a place for. The log begins anew when nothing in it is left to copy, which amid
 * commits only the writer finds (`database.ts`); what it has to copy then is little (sqlite.org/wal.html, sections 2.3 and 6).
 */
export function checkpoint(db: Db): void {
  const { log, checkpointed } = stateOf(db);
  if (log - checkpointed >= WORTH_WHILE) db.pragma('wal_checkpoint(PASSIVE)');
}

/** Pages in the write-ahead log: another number after whatever was written. Ten microseconds. */
export const logged = (db: Db): number => stateOf(db).log;

const stateOf = (db: Db) => (db.pragma('wal_checkpoint(NOOP)') as [{ log: number; checkpointed: number }])[0];
