import { lstatSync, readlinkSync } from 'node:fs';
import { join, posix } from 'node:path';

const MAX_LINKS = 40; // as the kernel's own limit

/**
 * Resolves links as if `root` were `/`: an absolute link restarts at the root and `..` cannot leave it. Parts that
 * don't exist are kept as they are, so that the caller meets the ordinary "no such file".
 * @returns an absolute path inside the root, to be joined to it
 */
export function resolveInside(root: string, path: string, last: 'follow' | 'keep'): string {
  let resolved = '/';
  let rest = posix.normalize(path).split('/').filter(Boolean);
  let links = 0;
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    if (part === '.') continue;
    if (part === '..') {
      resolved = posix.dirname(resolved);
      continue;
    }
    const next = posix.join(resolved, part);
    const target = rest.length === 0 && last === 'keep' ? undefined : linkTarget(join(root, next));
    if (target === undefined) {
      resolved = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
    if (target.startsWith('/')) resolved = '/';
    rest = [...target.split('/').filter(Boolean), ...rest];
  }
  return resolved;
}

function linkTarget(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(path) : undefined;
}
