import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { AssayError } from '@assay/shared';
import { newestSchemaVersion, openForReading } from '../store/sqlite/database.ts';
import { pack, unpack } from './archive.ts';
import { type BackupManifest, invalid } from './manifest.ts';
import type { Protection, Secrets } from './protection.ts';
import { DATABASE, takeSnapshot } from './snapshot.ts';

/**
 * Backs up a data directory into one file, while a collector runs on it or not. The file appears whole or not at all.
 * @throws AssayError `backup_invalid` when the file is there already, `data_dir_unusable` or `database_corrupt`
 */
export async function createBackup(
  dataDir: string,
  file: string,
  { protection, now }: { protection: Protection; now: number },
): Promise<BackupManifest> {
  const target = resolve(file);
  if (existsSync(target)) throw invalid(`${file} is there already: choose another name`);
  return inDirectoryBeside(target, async (dir) => {
    const manifest = await takeSnapshot(dataDir, dir, now);
    const packed = join(dir, 'packed');
    await pack(dir, packed, protection);
    renameSync(packed, target);
    return manifest;
  });
}

/**
 * Opens a backup as a restore would, and looks at its database page by page.
 * @throws AssayError `backup_invalid` or `database_newer`
 */
export const verifyBackup = (file: string, secrets: Secrets): Promise<BackupManifest> =>
  withUnpacked(file, secrets, join(tmpdir(), 'x'), async (_, manifest) => manifest);

/**
 * Runs a task with an unpacked backup that was verified, in a directory beside `place` that is gone afterwards.
 * @throws AssayError `backup_invalid` or `database_newer`
 */
export function withUnpacked<T>(
  file: string,
  secrets: Secrets,
  place: string,
  task: (dir: string, manifest: BackupManifest) => Promise<T>,
): Promise<T> {
  if (!existsSync(file)) throw invalid(`there is no file ${file}`);
  return inDirectoryBeside(place, async (dir) => {
    const manifest = await unpack(file, dir, secrets);
    assertUsable(manifest, join(dir, DATABASE));
    return task(dir, manifest);
  });
}

async function inDirectoryBeside<T>(target: string, task: (dir: string) => Promise<T>): Promise<T> {
  try {
    // mkdtemp makes it for the owner alone: keys lie in it for a while.
    const dir = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    return await removing(dir, () => task(dir));
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    // The system's own word, such as of a full disk.
    throw syscall === undefined ? error : invalid(message, error);
  }
}

const CUT_OFF = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a task, and leaves nothing of a directory behind, also when it is cut off. */
async function removing<T>(dir: string, task: () => Promise<T>): Promise<T> {
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const end = (signal: (typeof CUT_OFF)[number]) => {
    remove();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of CUT_OFF) process.on(signal, end);
  try {
    return await task();
  } finally {
    for (const signal of CUT_OFF) process.off(signal, end);
    remove();
  }
}

function assertUsable({ schemaVersion, assayVersion }: BackupManifest, database: string): void {
  if (schemaVersion > newestSchemaVersion) {
    throw new AssayError(
      'database_newer',
      `this backup was made by Assay ${assayVersion} with schema version ${schemaVersion}, this version knows ${newestSchemaVersion}: restore it with the newer version`,
    );
  }
  const db = openForReading(database);
  try {
    const [problem] = db.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (problem?.integrity_check !== 'ok') throw invalid(`its database: ${problem?.integrity_check}`);
  } finally {
    db.close();
  }
}
