import { closeSync, openSync, readSync } from 'node:fs';

/**
 * One for all reads: for a file that does not say its size Node takes a new one of 64 KB each time, and hundreds of
 * them wait for the collector of garbage after every look at the processes.
 */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a file of the kernel's, without waiting for anything.
 * @returns a copy
 * @throws Error of node:fs
 */
export function readKernelFile(path: string): Buffer {
  const fd = openSync(path, 'r');
  try {
    const whole: Buffer[] = [];
    for (;;) {
      const length = fill(fd);
      if (length > 0) whole.push(Buffer.from(shared.subarray(0, length)));
      if (length < shared.length) break;
    }
    return whole.length === 1 ? (whole[0] as Buffer) : Buffer.concat(whole);
  } finally {
    closeSync(fd);
  }
}

/** The kernel may give less than was asked for without being at the end. */
function fill(fd: number): number {
  for (let length = 0; ; ) {
    const read = length < shared.length ? readSync(fd, shared, length, shared.length - length, null) : 0;
    if (read === 0) return length;
    length += read;
  }
}
