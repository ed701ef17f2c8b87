import { unescapePath } from '../mounts/mountinfo.ts';

/** One active swap area. */
export interface Swap {
  path: string;
  type: 'partition' | 'file';
}

/** Reads /proc/swaps: a heading, then one area a line. */
export function parseSwaps(text: string): Swap[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [path, type] = line.split(/\s+/);
      return path && (type === 'partition' || type === 'file') ? [{ path: unescapePath(path), type }] : [];
    });
}
