import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import { withLock } from '../bootstrap/lock.mjs';

/** Where runtimes and executables are kept from one packaging to the next; `ASSAY_PACKAGE_CACHE` names another place. */
export const cacheDir = (): string =>
  process.env.ASSAY_PACKAGE_CACHE ?? envPaths('assay-package', { suffix: '' }).cache;

/**
 * A file or directory that is made once and kept: complete, because it gets its name last.
 * @param name unique for what it is made from; slashes make directories
 * @param make gets the path to make it at; its directory is there
 * @returns its absolute path
 */
export async function kept(name: string, make: (half: string) => Promise<void>): Promise<string> {
  const path = join(cacheDir(), name);
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  await withLock(`${path}.lock`, async () => {
    // Meanwhile made by whoever held the lock.
    if (existsSync(path)) return;
    const half = `${path}.half`;
    rmSync(half, { recursive: true, force: true });
    await make(half);
    renameSync(half, path);
  });
  return path;
}

const DAYS_MS = 86_400_000;

/** Removes what stands beside a kept file and was not asked for in two days: it was made from something older. */
export function forgetOldSiblings(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
  for (const name of readdirSync(dirname(path))) {
    const sibling = join(dirname(path), name);
    // Whoever makes another one beside it has a lock and a half there for a while.
    const { mtimeMs } = statSync(sibling, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (now.getTime() - mtimeMs > 2 * DAYS_MS) rmSync(sibling, { recursive: true, force: true });
  }
}
