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

const NEWLINE = 0x0a;

/**
 * The lines of a file that include a text, without holding the file: what the kernel prints may be megabytes.
 * A line that is longer than 64 KB is left out.
 * @throws Error of node:fs
 */
export function linesWith(path: string, text: string): string[] {
  const found: string[] = [];
  const fd = openSync(path, 'r');
  try {
    for (let kept = 0; ; ) {
      const read = readSync(fd, shared, kept, shared.length - kept, null);
      const end = kept + read;
      const whole = read === 0 ? end : shared.subarray(0, end).lastIndexOf(NEWLINE) + 1;
      pick(shared.subarray(0, whole), text, found);
      if (read === 0) return found;
      shared.copyWithin(0, whole, end);
      kept = end - whole < shared.length ? end - whole : 0;
    }
  } finally {
    closeSync(fd);
  }
}

function pick(lines: Buffer, text: string, found: string[]): void {
  for (let at = lines.indexOf(text); at >= 0; ) {
    const start = lines.lastIndexOf(NEWLINE, at) + 1;
    const next = lines.indexOf(NEWLINE, at);
    const end = next < 0 ? lines.length : next;
    found.push(lines.toString('utf8', start, end));
    at = lines.indexOf(text, end);
  }
}
