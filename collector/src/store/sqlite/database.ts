import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import Database from 'better-sqlite3';
import { keepPrivate } from '../../keys/private-file.ts';
import { inOneSpelling } from '../spelling.ts';
import type { UpgradeStep } from '../store.ts';
import { restored } from './delta.ts';
import { unpackText } from './judgement-text.ts';

export type Db = Database.Database;

const MIGRATIONS = join(import.meta.dirname, 'migrations');

// Reading a larger file whole would delay every start; its damage shows when the page is read.
const CHECKED_AT_START_BYTES = 256 * 1024 * 1024;

/** With as many pages in the write-ahead log a commit copies what the keeper left (`checkpoint.ts`), and the log begins anew. */
const LOG_PAGES = 2000;

interface Migration {
  /** The schema version it leads to: the number in front of its file's name. */
  version: number;
  sql: string;
}

/** The migrations of a directory, in order. */
const readMigrations = (dir: string): Migration[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number.parseInt(name, 10), sql: readFileSync(join(dir, name), 'utf8') }));

const builtIn = readMigrations(MIGRATIONS);

/** The schema version that this version of Assay writes. */
export const newestSchemaVersion = builtIn.at(-1)?.version ?? 0;

interface WritingOptions {
  /** Those of this version unless said otherwise. */
  migrations?: readonly Migration[];
  /** Hears of each step of an upgrade before it begins. */
  tell?(step: UpgradeStep): void;
}

/**
 * Opens the writer's connection: WAL and full durability, schema brought up to date. Before a schema is changed, the
 * database is copied beside itself, for a return to the version before.
 * @throws AssayError `database_corrupt`, `database_newer` or `data_dir_unusable`
 */
export function openForWriting(
  file: string,
  { migrations = builtIn, tell = () => {} }: WritingOptions = {},
): Db {
  return guarded(file, () => {
    if (!existsSync(file)) keepPrivate(file);
    const db = connectTo(file);
    db.pragma('journal_mode = WAL');
    settled(db);
    db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    if (statSync(file).size < CHECKED_AT_START_BYTES) {
      const [problem] = db.pragma('quick_check(1)') as { quick_check: string }[];
      if (problem && problem.quick_check !== 'ok') throw corrupt(file, problem.quick_check);
    }
    migrate(db, file, migrations, tell);
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

/**
 * Opens a connection that writes beside a running collector: nothing is migrated or looked through.
 * @throws AssayError `data_dir_unusable`, also where the schema is not that of this version; `database_corrupt`
 */
export function openBeside(file: string): Db {
  return guarded(file, () => {
    const db = connectTo(file, { fileMustExist: true });
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version === newestSchemaVersion) return settled(db);
    db.close();
    const expected = `expected schema version ${newestSchemaVersion}`;
    throw new AssayError('data_dir_unusable', `cannot write ${file}: ${expected}, got ${version}`);
  });
}

/** With full durability, and patience for another process's write. */
function settled(db: Db): Db {
  // An acknowledged report survives a power cut, not only a crash of the process.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  return db;
}

function connectTo(file: string, options: Database.Options = {}): Db {
  const db = new Database(file, options);
  db.function('restored', { deterministic: true }, restored as (...columns: unknown[]) => unknown);
  db.function('one_spelling', { deterministic: true }, (text) =>
    text === null ? null : inOneSpelling(text as string),
  );
  db.function('judgement', { deterministic: true }, unpackText as (...columns: unknown[]) => unknown);
  return db;
}

function migrate(
  db: Db,
  file: string,
  migrations: readonly Migration[],
  tell: (step: UpgradeStep) => void,
): void {
  const current = db.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new AssayError(
      'database_newer',
      `${file} has schema version ${current}, this version of Assay knows ${newest}: start the newer version`,
    );
  }
  const step = (kind: UpgradeStep['kind'], schema: number) => {
    if (current > 0) tell({ kind, schema, megabytes: Math.ceil(statSync(file).size / 2 ** 20) });
  };
  if (current > 0 && current < newest) {
    step('copy', current);
    copyBeside(db, beforeUpgrade(file, current));
  }
  for (const { version, sql } of migrations.filter((migration) => migration.version > current)) {
    step('migrate', version);
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    })();
  }
}

/** Where a database's copy lies that was made before its schema was changed. */
export const beforeUpgrade = (file: string, schemaVersion: number): string =>
  `${file}.schema-${schemaVersion}`;

function copyBeside(db: Db, copy: string): void {
  // Of an upgrade that was cut off; the database itself is still what it was.
  rmSync(copy, { force: true });
  db.prepare('VACUUM INTO ?').run(copy);
  chmodSync(copy, 0o600);
  const handle = openSync(copy, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function guarded(file: string, open: () => Db): Db {
  try {
    return open();
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw corrupt(file, (error as Error).message);
    if (/^(E[A-Z]+$|SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL))/.test(code)) {
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
