import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import Database from 'better-sqlite3';
import { fromDelta } from './delta.ts';

export type Db = Database.Database;

const MIGRATIONS = join(import.meta.dirname, 'migrations');

// Reading a larger file whole would delay every start; its damage shows when the page is read.
const CHECKED_AT_START_BYTES = 256 * 1024 * 1024;

/** Migrations in order; the number in front of a file's name is the schema version it leads to. */
const migrations = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({ version: Number.parseInt(name, 10), sql: readFileSync(join(MIGRATIONS, name), 'utf8') }));

/**
 * Opens the writer's connection: WAL and full durability, schema brought up to date.
 * @throws AssayError `database_corrupt`, `database_newer` or `data_dir_unusable`
 */
export function openForWriting(file: string): Db {
  return guarded(file, () => {
    const db = connectTo(file);
    db.pragma('journal_mode = WAL');
    // An acknowledged report survives a power cut, not only a crash of the process.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    if (statSync(file).size < CHECKED_AT_START_BYTES) {
      const [problem] = db.pragma('quick_check(1)') as { quick_check: string }[];
      if (problem && problem.quick_check !== 'ok') throw corrupt(file, problem.quick_check);
    }
    migrate(db, file);
    return db;
  });
}

/** Opens a connection that can only read. */
export function openForReading(file: string): Db {
  return guarded(file, () => {
    const db = connectTo(file, { readonly: true });
    db.pragma('busy_timeout = 5000');
    return db;
  });
}

function connectTo(file: string, options: Database.Options = {}): Db {
  const db = new Database(file, options);
  // For the view of the reports.
  db.function('restored', { deterministic: true }, (bytes, base) =>
    base === null ? bytes : fromDelta(base as Uint8Array, bytes as Uint8Array),
  );
  return db;
}

function migrate(db: Db, file: string): void {
  const current = db.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new AssayError(
      'database_newer',
      `${file} has schema version ${current}, this version of Assay knows ${newest}: start the newer version`,
    );
  }
  for (const { version, sql } of migrations.filter((migration) => migration.version > current)) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    })();
  }
}

function guarded(file: string, open: () => Db): Db {
  try {
    return open();
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw corrupt(file, (error as Error).message);
    if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)/.test(code)) {
      throw new AssayError('data_dir_unusable', `cannot write ${file}: ${(error as Error).message}`, {
        cause: error,
      });
    }
    throw error;
  }
}

const corrupt = (file: string, detail: string) =>
  new AssayError(
    'database_corrupt',
    `${file} is damaged (${detail}): restore a backup, or move the file away to start empty`,
  );
