import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import Database from 'better-sqlite3';
import { keepPrivate } from './keys/private-file.ts';

/**
 * Keeps a second collector out of the data directory, which would publish everything twice. The lock is the
 * operating system's, held through a file of its own, so it is gone with the process however that ends.
 * @returns how to let go
 * @throws AssayError `data_dir_in_use`
 */
export function lockDataDir(dir: string): () => void {
  const file = join(dir, 'collector.lock');
  // Whoever may read it can lock it.
  keepPrivate(file);
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new AssayError(
      'data_dir_in_use',
      `another collector is running on ${dir}: end it, or choose another directory with --data-dir`,
      { cause },
    );
  }
  return () => lock.close();
}
