import { dirname } from 'node:path/posix';
import { posixChecksum } from './checksum.ts';
import { DIRECTORY, type Entry, FILE, kindOf, LINK } from './entries.ts';

// A bill of materials, as `mkbom` makes it: what the package installs, kept by macOS as the receipt. Apple documents
// lsbom's output only; the layout is known from those who took it apart (bomutils, and mkbom's own files). A file of
// numbered blocks; variables name the blocks where trees begin. All numbers are big-endian.

const HEADER_BYTES = 512;
const TREE_BLOCK_BYTES = 4096;
/** What one leaf of a tree holds: more would need inner nodes, and no package of ours has so many. */
const MOST_ENTRIES = 256;
const TYPES = new Map([
  [FILE, 1],
  [DIRECTORY, 2],
  [LINK, 3],
]);
/** As mkbom writes it for whatever is no fat executable. */
const ARCHITECTURE = 3;

/**
 * @param seconds since 1970, for all of them
 * @throws Error when there are more entries than a leaf has room for
 */
export function bom(entries: readonly Entry[], seconds: number): Buffer {
  if (entries.length > MOST_ENTRIES) throw new Error(`more than ${MOST_ENTRIES} files in one package`);
  const store = createStore();
  store.variable('BomInfo', u32(1, entries.length + 1, 1, 0, 0, 0, 0));
  store.variable('Paths', tree(store.block(paths(entries, seconds, store)), entries.length));
  const noLeaf = () => store.block(leaf([]));
  store.variable('HLIndex', tree(noLeaf(), 0));
  const index = store.block(tree(noLeaf(), 0, 128));
  store.variable('VIndex', Buffer.concat([u32(1, index, 0), u8(0)]));
  store.variable('Size64', tree(noLeaf(), 0));
  return store.toBuffer();
}

/** Level by level, as mkbom goes: a directory's number is known before that of what is in it. */
function paths(entries: readonly Entry[], seconds: number, store: Store): Buffer {
  const depth = ({ path }: Entry) => (path === '.' ? 0 : path.split('/').length - 1);
  const ordered = entries.toSorted((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1));
  const numbers = new Map(ordered.map(({ path }, index) => [path, index + 1]));
  const pairs = ordered.map((entry, index): [number, number] => {
    const info = store.block(pathInfo(entry, seconds));
    const id = store.block(u32(index + 1, info));
    const isRoot = entry.path === '.';
    const parent = isRoot ? 0 : (numbers.get(dirname(entry.path)) as number);
    const name = isRoot ? '.' : entry.path.slice(entry.path.lastIndexOf('/') + 1);
    return [id, store.block(Buffer.concat([u32(parent), Buffer.from(`${name}\0`)]))];
  });
  return leaf(pairs);
}

function pathInfo(entry: Entry, seconds: number): Buffer {
  const kind = kindOf(entry);
  const target = kind === LINK ? Buffer.from(`${entry.data}\0`) : Buffer.alloc(0);
  const checksum = kind === DIRECTORY ? 0 : posixChecksum(entry.data);
  return Buffer.concat([
    u8(TYPES.get(kind) as number, 1),
    u16(ARCHITECTURE, entry.mode),
    u32(0, 0, seconds, entry.data.length),
    u8(1),
    u32(checksum, target.length),
    target,
  ]);
}

const leaf = (pairs: readonly [number, number][]): Buffer =>
  Buffer.concat([u16(1, pairs.length), u32(0, 0), u32(...pairs.flat())]);

const tree = (child: number, count: number, blockBytes = TREE_BLOCK_BYTES): Buffer =>
  Buffer.concat([Buffer.from('tree'), u32(1, child, blockBytes, count), u8(0)]);

interface Store {
  /** @returns its number */
  block(bytes: Buffer): number;
  variable(name: string, bytes: Buffer): void;
  toBuffer(): Buffer;
}

function createStore(): Store {
  const blocks: Buffer[] = [];
  const variables: Buffer[] = [];
  const block = (bytes: Buffer) => blocks.push(bytes);
  return {
    block,
    variable(name, bytes) {
      variables.push(Buffer.concat([u32(block(bytes)), u8(name.length), Buffer.from(name)]));
    },
    toBuffer() {
      const named = Buffer.concat([u32(variables.length), ...variables]);
      let at = HEADER_BYTES + named.length;
      const pointers = blocks.flatMap(({ length }) => {
        at += length;
        return [at - length, length];
      });
      // Block 0 is none; behind the blocks comes the list of free ones, empty but for two that are none.
      const index = u32(blocks.length + 1, 0, 0, ...pointers, 0, 0, 0, 0, 0);
      const numbers = u32(1, blocks.length, at, index.length, HEADER_BYTES, named.length);
      const header = Buffer.concat([Buffer.from('BOMStore'), numbers], HEADER_BYTES);
      return Buffer.concat([header, named, ...blocks, index]);
    },
  };
}

const u8 = (...values: number[]) => Buffer.from(values);

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}
