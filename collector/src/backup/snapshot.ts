import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  createReadStream,
  existsSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AssayError, VERSION } from '@assay/shared';
import { openForReading } from '../store/sqlite/database.ts';
import { type BackupFile, type BackupManifest, MANIFEST } from './manifest.ts';

/** The database's name in a data directory, and in a backup of it. */
export const DATABASE = 'assay.db';

// Whatever else lies there is made anew at each start.
const KEPT = ['keys', 'admin-token'];

/**
 * Copies a data directory into another, the database as it was at one moment: one read transaction, which neither
 * waits for a running collector's writer nor keeps it waiting.
 * @throws AssayError `data_dir_unusable`, `database_corrupt`
 */
export async function takeSnapshot(dataDir: string, into: string, now: number): Promise<BackupManifest> {
  const source = join(dataDir, DATABASE);
  assertThere(source);
  const db = openForReading(source);
  try {
    db.prepare('VACUUM INTO ?').run(join(into, DATABASE));
  } catch (cause) {
    const why = (cause as Error).message;
    throw new AssayError('data_dir_unusable', `cannot copy ${source} to ${into}: ${why}`, { cause });
  } finally {
    db.close();
  }
  for (const name of KEPT) {
    // A key may be a link to where it is really kept.
    const how = { recursive: true, dereference: true };
    if (existsSync(join(dataDir, name))) cpSync(join(dataDir, name), join(into, name), how);
  }
  const manifest = { ...describe(join(into, DATABASE)), createdAt: now, files: await listFiles(into) };
  writeFileSync(join(into, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

function assertThere(database: string): void {
  try {
    accessSync(database, constants.R_OK);
  } catch (cause) {
    throw new AssayError(
      'data_dir_unusable',
      `cannot read a collector's data (${(cause as Error).message}): give its --data-dir, as somebody who may read it`,
      { cause },
    );
  }
}

/** Every file below a directory with its size and SHA-256, but for the manifest; in a stable order. */
export async function listFiles(dir: string): Promise<BackupFile[]> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => path !== MANIFEST)
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      bytes: statSync(join(dir, path)).size,
      sha256: await hashFile(join(dir, path)),
    })),
  );
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function describe(
  file: string,
): Pick<BackupManifest, 'format' | 'assayVersion' | 'schemaVersion' | 'collectorId' | 'devices'> {
  const db = openForReading(file);
  try {
    const id = db.prepare("SELECT value FROM settings WHERE key = 'collector_id'").pluck().get();
    return {
      format: 1,
      assayVersion: VERSION,
      schemaVersion: db.pragma('user_version', { simple: true }) as number,
      collectorId: String(id ?? ''),
      devices: db.prepare("SELECT count(*) FROM devices WHERE token_id <> 'canary'").pluck().get() as number,
    };
  } finally {
    db.close();
  }
}
