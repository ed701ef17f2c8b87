import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { type GvdbTable, parseGvdb, toPlain } from './gvdb.ts';

/** A setting as it is in force for one person. */
export interface DconfSetting {
  value: boolean | number;
  /** An administrator's database locks it: the person cannot change it. */
  locked: boolean;
  from: 'person' | 'administrator' | 'default';
}

/** Settings of one person, by schema and key; undefined where the schema is not installed or the key unknown. */
export type DconfSettings = (schema: string, key: string) => DconfSetting | undefined;

const SCHEMAS = '/usr/share/glib-2.0/schemas/gschemas.compiled';
const PROFILE = '/etc/dconf/profile/user';
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Opens what dconf(7) would read for a person: their own database, the system's with its locks, and the schemas'
 * defaults. From files alone: a tool that is run outside of the person's session answers with defaults.
 * @throws FileError, and RangeError for a file that is not one of dconf's
 */
export async function openDconf(files: Files, home: string): Promise<DconfSettings> {
  const schemas = await readDatabase(files, SCHEMAS);
  const profile = (await ifThere(files.readText(PROFILE))) ?? 'user-db:user\n';
  const databases: { table: GvdbTable; own: boolean }[] = [];
  for (const line of profile.split('\n')) {
    const [, kind, name = ''] = /^\s*(user|system)-db:([\w.-]+)\s*$/.exec(line) ?? [];
    if (kind === undefined) continue;
    const path = kind === 'user' ? `${home}/.config/dconf/${name}` : `/etc/dconf/db/${name}`;
    databases.push({ table: await readDatabase(files, path), own: kind === 'user' });
  }

  return (schema, key) => {
    const about = schemas.get(schema);
    const path = about?.type === 'table' ? toPlain(about.items.get('.path')) : undefined;
    if (about?.type !== 'table' || typeof path !== 'string') return undefined;
    const name = `${path}${key}`;
    // Counted from the bottom: a lock hides every database above the one that holds it.
    const lockedAt = databases.findLastIndex(({ table, own }) => !own && isLocked(table, name));
    const readable = lockedAt === -1 ? databases : databases.slice(lockedAt);
    for (const { table, own } of readable) {
      const value = toSetting(toPlain(table.get(name)));
      if (value !== undefined)
        return { value, locked: lockedAt !== -1, from: own ? 'person' : 'administrator' };
    }
    const value = toSetting(toPlain(about.items.get(key)));
    return value === undefined ? undefined : { value, locked: lockedAt !== -1, from: 'default' };
  };
}

async function readDatabase(files: Files, path: string): Promise<GvdbTable> {
  const bytes = await ifThere(files.readBytes(path, MAX_BYTES));
  return bytes ? parseGvdb(bytes) : new Map();
}

function isLocked(table: GvdbTable, name: string): boolean {
  const locks = table.get('.locks');
  return locks?.type === 'table' && locks.items.has(name);
}

const toSetting = (value: boolean | number | string | undefined) =>
  typeof value === 'string' ? undefined : value;
