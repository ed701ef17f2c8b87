import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import Database from 'better-sqlite3';
import { keepPrivate } from './keys/private-file.ts';

/**
 * Keeps a second collector out of the data directory, which would publish everything twice. The lock is the
 * operating system's, held through a file of its own, so it is gone with the process however that ends.
 * @returns how to let go
 * @throws AssayError `data_dir_in_use`, or `data_dir_unusable` where nothing can be locked
 */
export function lockDataDir(dir: string): () => void {
  const file = join(dir, 'collector.lock');
  try {
    // Whoever may read it can lock it.
    keepPrivate(file);
    return lock(file);
  } catch (cause) {
    const { code, message } = cause as Error & { code?: string };
    throw code === 'SQLITE_BUSY'
      ? new AssayError(
          'data_dir_in_use',
          `another collector is running on ${dir}: end it, or choose another directory with --data-dir`,
          { cause },
        )
      : new AssayError('data_dir_unusable', `cannot lock ${file}: ${message}`, { cause });
  }
}

function lock(file: string): () => void {
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    database.close();
    throw error;
  }
}
