/** What keeps the database from working, in words for people; by SQLite's primary result codes. */
const OUTAGES: Record<string, string> = {
  FULL: 'the disk is full: free some space',
  IOERR: 'the disk cannot be read or written',
  BUSY: 'another process holds the database: end it',
  LOCKED: 'another process holds the database: end it',
  READONLY: 'the database cannot be written: check the rights on the data directory',
  PERM: 'the database cannot be written: check the rights on the data directory',
  CANTOPEN: 'the database cannot be opened: check the data directory',
  CORRUPT: 'the database is damaged: stop the collector and restore a backup',
  NOTADB: 'the database is damaged: stop the collector and restore a backup',
  NOMEM: 'there is not enough memory',
};

/** Null when the call, not the database, was at fault. @param code e.g. `SQLITE_IOERR_WRITE` */
export function outageOf(code: string | null): string | null {
  const [, primary = ''] = /^SQLITE_([A-Z]+)/.exec(code ?? '') ?? [];
  return OUTAGES[primary] ?? null;
}
