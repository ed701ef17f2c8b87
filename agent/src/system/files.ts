import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { lstat, open, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { FileError, toFileError } from './file-error.ts';
import { linesWith, readKernelFile } from './kernel-file.ts';
import { resolveInside } from './rooted-path.ts';

/** What probes need to know of a file. */
interface FileStat {
  kind: 'file' | 'directory' | 'other';
  size: number;
  modifiedAt: number;
  uid: number;
  /** Type and permission bits. */
  mode: number;
  /** `device:inode`: two paths with the same identity are the same file. */
  identity: string;
}

/**
 * Read-only view of the machine's files below a root. Paths are absolute and mean "inside the root"; with another
 * root than `/` (a disk image, a test tree) absolute symlinks stay inside it too. Everything throws `FileError`.
 */
export interface Files {
  readonly root: string;
  /** UTF-8; `maxBytes` defaults to 1 MiB, a bigger file is `too_big`. */
  readText(path: string, maxBytes?: number): Promise<string>;
  readBytes(path: string, maxBytes?: number): Promise<Buffer>;
  /** The first bytes of a file however big, fewer where it ends before. */
  readStart(path: string, bytes: number): Promise<Buffer>;
  /** The lines that include a text, of a file however big; it must not wait for anything, as the kernel's own don't. */
  linesWith(path: string, text: string): Promise<string[]>;
  /** Names in a directory, sorted. */
  list(path: string): Promise<string[]>;
  /** Follows links. */
  stat(path: string): Promise<FileStat>;
  /** The link's own text, unresolved. */
  readLink(path: string): Promise<string>;
  /** With every link resolved; a path inside the root. */
  realPath(path: string): Promise<string>;
  /** False only when it is certainly not there; "may not look" still throws. */
  exists(path: string): Promise<boolean>;
  /** Where it is for the running system: what `fs.watch` takes. */
  onThisSystem(path: string): string;
}

const DEFAULT_MAX_BYTES = 1024 * 1024;

/** One way to reach files: the same few calls, waiting on the loop or not. */
interface Reads {
  stat(path: string): Promise<Stats>;
  read(path: string): Promise<Buffer>;
  list(path: string): Promise<string[]>;
  readLink(path: string): Promise<string>;
}

const onDisk: Reads = {
  stat: (p) => stat(p),
  read: (p) => readFile(p),
  list: (p) => readdir(p),
  readLink: (p) => readlink(p),
};

// The kernel's own files never wait for a device, and a trip through the thread pool costs ten times the read.
const inKernel: Reads = {
  stat: async (p) => statSync(p),
  read: async (p) => readKernelFile(p),
  list: async (p) => readdirSync(p),
  readLink: async (p) => readlinkSync(p),
};

const isKernelPath = (path: string) =>
  path.startsWith('/proc/') || path.startsWith('/sys/') || path === '/proc';

/** @param root absolute path of the tree to look at; `/` is this machine. */
export function createFiles(root = '/'): Files {
  const isWholeMachine = root === '/';
  const readsFor = (path: string) => (isKernelPath(path) ? inKernel : onDisk);
  const place = (path: string, last: 'follow' | 'keep') =>
    isWholeMachine ? path : join(root, resolveInside(root, path, last));

  async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw toFileError(path, error);
    }
  }

  async function readBytes(path: string, maxBytes = DEFAULT_MAX_BYTES): Promise<Buffer> {
    return attempt(path, async () => {
      const reads = readsFor(path);
      const where = place(path, 'follow');
      const found = await reads.stat(where);
      // A pipe or a device could block the reader for ever.
      if (!found.isFile()) throw new FileError('not_a_file', path);
      if (found.size > maxBytes) throw new FileError('too_big', path);
      const bytes = await reads.read(where);
      if (bytes.length > maxBytes) throw new FileError('too_big', path);
      return bytes;
    });
  }

  const files: Files = {
    root,
    readBytes,
    readText: async (path, maxBytes) => (await readBytes(path, maxBytes)).toString('utf8'),
    readStart: (path, bytes) => attempt(path, () => readStart(place(path, 'follow'), bytes)),
    linesWith: (path, text) => attempt(path, async () => linesWith(place(path, 'follow'), text)),
    list: (path) => attempt(path, async () => (await readsFor(path).list(place(path, 'follow'))).sort()),
    stat: (path) => attempt(path, async () => toFileStat(await readsFor(path).stat(place(path, 'follow')))),
    readLink: (path) => attempt(path, () => readsFor(path).readLink(place(path, 'keep'))),
    realPath: (path) =>
      attempt(path, async () => {
        if (isWholeMachine) return isKernelPath(path) ? realpathSync(path) : realpath(path);
        const resolved = resolveInside(root, path, 'follow');
        lstatSync(join(root, resolved));
        return resolved;
      }),
    async exists(path) {
      try {
        await attempt(path, () => lstat(place(path, 'follow')));
        return true;
      } catch (error) {
        if (error instanceof FileError && error.problem === 'missing') return false;
        throw error;
      }
    },
    onThisSystem: (path) =>
      isWholeMachine ? posix.normalize(path) : join(root, resolveInside(root, path, 'follow')),
  };
  return files;
}

async function readStart(path: string, bytes: number): Promise<Buffer> {
  if (!(await stat(path)).isFile()) throw new FileError('not_a_file', path);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function toFileStat(stats: Stats): FileStat {
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other',
    size: stats.size,
    modifiedAt: stats.mtimeMs,
    uid: stats.uid,
    mode: stats.mode,
    identity: `${stats.dev}:${stats.ino}`,
  };
}
