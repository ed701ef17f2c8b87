import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { getAsset, getAssetKeys, isSea } from 'node:sea';
import envPaths from 'env-paths';

// Runs inside of the packaged collector. An executable holds its resources as assets; they are unpacked once per
// release, because native code and worker threads are loaded from files.

declare global {
  /** Directory of the resources, at the places that they have in the checkout. */
  var assayResources: string;
}

const DIGEST = 'digest';
const SERVICE_CACHE = '/var/cache/assay-collector';

// Beside a bundle that is not in an executable they lie ready.
if (isSea()) globalThis.assayResources = unpacked();

function unpacked(): string {
  const parent = cacheDir();
  const dir = join(parent, getAsset(DIGEST, 'utf8'));
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    assertOwn(parent);
    // Complete, because it got its name last; and only this user can write there.
    if (!existsSync(dir)) unpackTo(dir);
    return dir;
  } catch (error) {
    process.stderr.write(
      `assay-collector: cannot unpack to ${parent}: ${(error as Error).message}; name a directory that only this user can write to in ASSAY_CACHE_DIR\n`,
    );
    return process.exit(1);
  }
}

/**
 * systemd names the one of its unit, which commands by the service's user find by themselves. Nobody else uses that one,
 * root neither: whoever breaks into the service must not choose what root runs.
 */
function cacheDir(): string {
  const given = process.env.ASSAY_CACHE_DIR ?? process.env.CACHE_DIRECTORY;
  if (given) return join(given, 'unpacked');
  const service = lstatSync(SERVICE_CACHE, { throwIfNoEntry: false });
  if (service && service.uid === process.getuid?.()) return join(SERVICE_CACHE, 'unpacked');
  // Not by HOME, which runuser leaves as root's.
  if (process.platform === 'linux') return join(userInfo().homedir, '.cache/assay-collector/unpacked');
  return join(envPaths('assay-collector', { suffix: '' }).cache, 'unpacked');
}

/** What others could write to would be a way to run code as this user. */
function assertOwn(dir: string): void {
  const { uid, mode } = lstatSync(dir);
  if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0))
    throw new Error('others can write there');
}

function unpackTo(dir: string): void {
  const half = `${dir}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  for (const path of getAssetKeys()) {
    const file = join(half, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, Buffer.from(getAsset(path)), { mode: 0o600 });
  }
  try {
    renameSync(half, dir);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(dir)) throw error;
  }
}
