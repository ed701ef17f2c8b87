import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small file system of its own, in memory. */
export interface TestDisk {
  path: string;
  /** Leaves no byte free. */
  fill(): void;
  empty(): void;
  writable(yes: boolean): void;
  remove(): void;
}

/** Needs root, for it mounts. */
export const cannotMount = (): string | null =>
  process.platform === 'linux' && process.getuid?.() === 0 ? null : 'root on Linux, to mount a small disk';

export function mountTestDisk(megabytes: number): TestDisk {
  const path = mkdtempSync(join(tmpdir(), 'assay-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', path]);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill() {
      const handle = openSync(ballast, 'a');
      for (let size = 64 * 1024; size >= 1; ) {
        try {
          if (writeSync(handle, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
        } catch {
          size = Math.floor(size / 2);
        }
      }
      closeSync(handle);
    },
    empty: () => rmSync(ballast, { force: true }),
    writable: (yes) => void execFileSync('mount', ['-o', `remount,${yes ? 'rw' : 'ro'}`, path]),
    remove() {
      execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
