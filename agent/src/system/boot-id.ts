import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which boot this is: another id says that the machine was started anew.
 * @param root `/`, or the tree that is looked at in the place of this machine, which may bring its own
 */
export function bootId(root: string): string {
  for (const place of [root, '/']) {
    try {
      return readFileSync(join(place, 'proc/sys/kernel/random/boot_id'), 'utf8').trim();
    } catch {}
  }
  // Elsewhere the boot's start stands for it, to the minute.
  return `boot-${Math.round((Date.now() / 1000 - performance.now() / 1000) / 60)}`;
}
