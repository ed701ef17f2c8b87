import { DIRECTORY, type Entry, kindOf } from './entries.ts';

/**
 * A cpio archive in the portable format ("odc"; cpio(5), IEEE 1003.1-1996): what macOS' Installer unpacks.
 * @param seconds since 1970, for all of them
 */
export function cpio(entries: readonly Entry[], seconds: number): Buffer {
  const pieces = entries.flatMap((entry, index) => [header(entry, index + 1, seconds), entry.data]);
  const end = { path: 'TRAILER!!!', mode: 0, data: Buffer.alloc(0) };
  return Buffer.concat([...pieces, header(end, 0, 0)]);
}

/** All numbers are octal text. */
function header(entry: Entry, inode: number, seconds: number): Buffer {
  const { path, mode, data } = entry;
  const links = kindOf(entry) === DIRECTORY ? 2 : 1;
  // Device, inode, mode, user, group, links, device of a special file.
  const first = [0, inode, mode, 0, 0, links, 0].map((value) => octal(value, 6));
  const name = Buffer.from(`${path}\0`);
  const last = [octal(seconds, 11), octal(name.length, 6), octal(data.length, 11)];
  return Buffer.concat([Buffer.from(['070707', ...first, ...last].join('')), name]);
}

function octal(value: number, digits: number): string {
  const text = value.toString(8).padStart(digits, '0');
  if (text.length > digits) throw new Error(`${value} has no room in a cpio header`);
  return text;
}
