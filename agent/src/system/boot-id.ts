import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';

/** When this machine was started, as it was found out first in this boot; ms. */
const FILE = 'booted-at';
/** What the clock may be moved by, all in all, before the same boot is taken for another. */
const SAME_BOOT_MS = 120_000;

/** What outlives the process, by name. */
interface Memory {
  read(name: string): string | null;
  write(name: string, content: string): void;
}

/**
 * Which boot this is: another id says that the machine was started anew.
 * @param root `/`, or the tree that is looked at in the place of this machine, which may bring its own
 * @param dir remembers it where it has to be computed
 */
export function bootId(root: string, dir: Memory): string {
  for (const place of [root, '/']) {
    try {
      return readFileSync(join(place, 'proc/sys/kernel/random/boot_id'), 'utf8').trim();
    } catch {}
  }
  return computedBootId(dir, Math.round(Date.now() - uptime() * 1000));
}

/** Elsewhere the moment of its start stands for a boot, as it was first computed: each time it comes to a little another. */
export function computedBootId(dir: Memory, startedAt: number): string {
  const known = Number(dir.read(FILE) ?? Number.NaN);
  if (Math.abs(startedAt - known) <= SAME_BOOT_MS) return `boot-${known}`;
  try {
    dir.write(FILE, String(startedAt));
  } catch {
    // It is told from others all the same, until the agent is started again.
  }
  return `boot-${startedAt}`;
}
