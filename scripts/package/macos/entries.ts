import { readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import type { PayloadFile } from '../payload.ts';

/** One thing in an archive for macOS: as cpio and the bill of materials both have it. All belong to root and wheel. */
export interface Entry {
  /** `.` for the root, else `./` and the path in it. */
  path: string;
  /** With the bits that say what it is, as in `stat`. */
  mode: number;
  /** Of a file its content, of a link where it points to, of a directory nothing. */
  data: Buffer;
}

export const DIRECTORY = 0o040000;
export const FILE = 0o100000;
export const LINK = 0o120000;
export const kindOf = ({ mode }: Entry): number => mode & 0o170000;

/** Files with the directories that they are in: parents first, else by name. */
export function entriesOf(files: readonly PayloadFile[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { path, mode, from } of files) {
    for (let dir = dirname(`./${path}`); !entries.has(dir); dir = dirname(dir))
      entries.set(dir, { path: dir, mode: DIRECTORY | 0o755, data: Buffer.alloc(0) });
    entries.set(`./${path}`, { path: `./${path}`, ...contentOf(mode, from) });
  }
  return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function contentOf(mode: number, from: PayloadFile['from']): Pick<Entry, 'mode' | 'data'> {
  if ('link' in from) return { mode: LINK | 0o755, data: Buffer.from(from.link) };
  const data = 'file' in from ? readFileSync(from.file) : Buffer.from(from.text);
  return { mode: FILE | mode, data };
}
