import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BackupManifest, invalid, MANIFEST, parseManifest } from './manifest.ts';
import { isEncrypted, type Protection, protect, type Secrets, unprotect } from './protection.ts';
import { listFiles } from './snapshot.ts';

/** Packs a snapshot into one file, readable by its owner alone, whole and on disk when this returns. */
export async function pack(dir: string, file: string, protection: Protection): Promise<void> {
  const { files } = parseManifest(readFileSync(join(dir, MANIFEST), 'utf8'));
  // Here and not above: a collector that runs makes no backups, and would hold the code.
  const { create } = await import('tar');
  const tar = create({ cwd: dir, portable: true, noMtime: true }, [
    MANIFEST,
    ...files.map(({ path }) => path),
  ]);
  const plain = Readable.toWeb(Readable.from(tar)) as ReadableStream<Uint8Array>;
  const sealed = await protect(plain, protection);
  await pipeline(Readable.fromWeb(sealed as never), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Unpacks a backup into an empty directory and checks every byte of it against its manifest.
 * @throws AssayError `backup_invalid`; the directory is gone then
 */
export async function unpack(file: string, into: string, secrets: Secrets): Promise<BackupManifest> {
  const { extract } = await import('tar');
  try {
    const sealed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    const plain = isEncrypted(headOf(file)) ? await unprotect(sealed, secrets) : sealed;
    await pipeline(
      Readable.fromWeb(plain as never),
      // Devices, links and paths that lead elsewhere have no place in a backup.
      extract({ cwd: into, strict: true, filter: (_, entry) => isPlain(entry) }),
    );
    const manifest = parseManifest(readFileSync(join(into, MANIFEST), 'utf8'));
    assertWhole(manifest, await listFiles(into));
    return manifest;
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    throw (error as { code?: string }).code === 'backup_invalid'
      ? error
      : invalid((error as Error).message, error);
  }
}

const isPlain = (entry: object): boolean =>
  'type' in entry && (entry.type === 'File' || entry.type === 'Directory');

function assertWhole({ files }: BackupManifest, found: BackupManifest['files']): void {
  for (const { path, bytes, sha256 } of files) {
    const file = found.find((candidate) => candidate.path === path);
    if (!file) throw invalid(`${path} is missing in it`);
    if (file.bytes !== bytes || file.sha256 !== sha256) throw invalid(`${path} is damaged`);
  }
  const stray = found.find(({ path }) => !files.some((file) => file.path === path));
  if (stray) throw invalid(`${stray.path} is not in its manifest`);
}

function headOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(64);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}
