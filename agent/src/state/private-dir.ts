import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AssayError } from '@assay/shared';

/** A directory for one user's eyes, whose files are written whole or not at all. */
export interface PrivateDir {
  path: string;
  /** Null when there is none. @throws AssayError `state_unsafe` when others may read or write it */
  read(name: string): string | null;
  /**
   * Survives a crash and a power cut: the old content or the new, never half.
   * @throws AssayError `state_unwritable`
   */
  write(name: string, content: string | Uint8Array): void;
  /** Durable, too. Nothing happens when there is none. */
  remove(name: string): void;
  /**
   * One file takes the place of another, at once and durably, also where the disk is full. Nothing happens when there is none.
   * @throws AssayError `state_unwritable`
   */
  move(name: string, to: string): void;
  /**
   * A file to read and write in place; made, and durable in its directory, when there is none.
   * @throws AssayError `state_unsafe` or `state_unwritable`
   */
  open(name: string): PrivateFile;
}

/** An open file. */
export interface PrivateFile {
  path: string;
  handle: number;
  close(): void;
}

/** @throws AssayError `state_unsafe` when it is open to others, `state_unreadable` when it can't be made */
export function openPrivateDir(path: string): PrivateDir {
  try {
    makeDir(path);
  } catch (cause) {
    throw new AssayError(
      'state_unreadable',
      `cannot make ${path}: ${(cause as Error).message}; choose another with --state-dir`,
      { cause },
    );
  }
  assertPrivate(path);
  return {
    path,
    read(name) {
      const file = join(path, name);
      try {
        assertPrivate(file);
        return readFileSync(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    open(name) {
      const file = join(path, name);
      try {
        const handle = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
        assertPrivate(file);
        syncDirectory(path);
        return { path: file, handle, close: () => closeSync(handle) };
      } catch (cause) {
        if (cause instanceof AssayError) throw cause;
        throw new AssayError('state_unwritable', `cannot open ${file}: ${(cause as Error).message}`, {
          cause,
        });
      }
    },
    remove(name) {
      rmSync(join(path, name), { force: true });
      syncDirectory(path);
    },
    move(name, to) {
      const [from, file] = [join(path, name), join(path, to)];
      try {
        renameSync(from, file);
        syncDirectory(path);
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        if (code === 'ENOENT') return;
        throw new AssayError('state_unwritable', `cannot write ${file}: ${message}`, { cause });
      }
    },
    write(name, content) {
      const file = join(path, name);
      const temporary = `${file}.new`;
      try {
        const handle = openSync(temporary, 'w', 0o600);
        try {
          writeFileSync(handle, content);
          fsyncSync(handle);
        } finally {
          closeSync(handle);
        }
        renameSync(temporary, file);
        syncDirectory(path);
      } catch (cause) {
        throw new AssayError('state_unwritable', `cannot write ${file}: ${(cause as Error).message}`, {
          cause,
        });
      }
    },
  };
}

/** Makes a rename or a new file in a directory durable; on Windows the file system does so by itself. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

// On Windows rights are an access list, which mode bits don't show.
function assertPrivate(path: string): void {
  if (process.platform === 'win32') return;
  const { mode, uid } = statSync(path);
  if ((mode & 0o077) !== 0) {
    throw new AssayError('state_unsafe', `${path} is open to other users: chmod go-rwx ${path}`);
  }
  if (uid !== process.getuid?.()) {
    throw new AssayError('state_unsafe', `${path} belongs to another user: run the agent as that user`);
  }
}

// Not the recursive option: below /proc it never returns (the kernel says ENOENT there, for ever).
function makeDir(path: string): void {
  try {
    makeOneDir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    makeDir(dirname(path));
    makeOneDir(path);
  }
}

/** Another process may make the same at the same time. */
function makeOneDir(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}
