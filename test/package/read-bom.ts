/** What a bill of materials says of one path. */
export interface BomLine {
  path: string;
  /** As `stat` has it. */
  mode: number;
  size: number;
  checksum: number;
  link: string;
}

/**
 * Reads a bill of materials as `lsbom` does, and refuses whatever is not where it should be: blocks that overlap or
 * leave the file, a count that is wrong, a path before its directory.
 * @throws Error saying what is wrong
 */
export function readBom(file: Buffer): BomLine[] {
  const { blockAt, variable } = openStore(file);
  const tree = variable('Paths');
  must(tree.toString('latin1', 0, 4) === 'tree' && tree.length === 21, 'Paths is a tree');
  const [version, child, , count] = numbers(tree.subarray(4, 20)) as [number, number, number, number];
  must(version === 1, 'a tree of version 1');
  const leaf = blockAt(child);
  must(leaf.readUInt16BE(0) === 1, 'one leaf');
  must(leaf.readUInt16BE(2) === count && leaf.length === 12 + count * 8, 'the leaf has as many as the tree');
  must(numbers(variable('BomInfo'))[1] === count + 1, 'BomInfo counts them as well');
  const known = new Map<number, string>([[0, '']]);
  return Array.from({ length: count }, (_, index) => {
    const [id, info] = numbers(blockAt(leaf.readUInt32BE(12 + index * 8))) as [number, number];
    const named = blockAt(leaf.readUInt32BE(16 + index * 8));
    const above = known.get(named.readUInt32BE(0));
    must(above !== undefined, 'a path comes after its directory');
    must(named.at(-1) === 0, 'a name ends');
    const path = `${above}${above ? '/' : ''}${named.toString('utf8', 4, named.length - 1)}`;
    known.set(id, path);
    return { path, ...infoOf(blockAt(info)) };
  });
}

/** File, directory, link: by their bits of the mode. */
const TYPES = new Map([
  [0o100000, 1],
  [0o040000, 2],
  [0o120000, 3],
]);

function infoOf(info: Buffer): Omit<BomLine, 'path'> {
  const mode = info.readUInt16BE(4);
  must(info[0] === TYPES.get(mode & 0o170000), 'type and mode agree');
  must(info.readUInt32BE(6) === 0 && info.readUInt32BE(10) === 0, 'all belongs to root and wheel');
  const linkLength = info.readUInt32BE(27);
  must(info.length === 31 + linkLength, 'the block ends with the link');
  const link = info.toString('utf8', 31, 31 + Math.max(0, linkLength - 1));
  return { mode, size: info.readUInt32BE(18), checksum: info.readUInt32BE(23), link };
}

function openStore(file: Buffer) {
  must(file.toString('latin1', 0, 8) === 'BOMStore', 'a BOMStore');
  const [version, used, indexAt, indexLength, varsAt, varsLength] = numbers(file.subarray(8, 32)) as number[];
  must(version === 1, 'of version 1');
  must((indexAt as number) + (indexLength as number) === file.length, 'the index is its end');
  const count = file.readUInt32BE(indexAt as number);
  const pointers = Array.from({ length: count }, (_, index) => {
    const at = (indexAt as number) + 4 + index * 8;
    return [file.readUInt32BE(at), file.readUInt32BE(at + 4)] as const;
  });
  must(pointers[0]?.join() === '0,0', 'block 0 is none');
  must(used === count - 1, 'the header counts the blocks');
  let end = (varsAt as number) + (varsLength as number);
  for (const [at, length] of pointers.slice(1)) {
    must(at === end && length > 0, 'a block begins where the one before it ends');
    end = at + length;
  }
  must(end === indexAt, 'the index follows the last block');
  const blockAt = (number: number): Buffer => {
    const [at, length] = pointers[number] ?? [0, 0];
    must(at > 0, `block ${number} is there`);
    return file.subarray(at, at + length);
  };
  const names = new Map<string, number>();
  let at = (varsAt as number) + 4;
  for (let left = file.readUInt32BE(varsAt as number); left > 0; left--) {
    const length = file.readUInt8(at + 4);
    names.set(file.toString('latin1', at + 5, at + 5 + length), file.readUInt32BE(at));
    at += 5 + length;
  }
  must(at === (varsAt as number) + (varsLength as number), 'variables are as long as the header says');
  must([...names.keys()].join() === 'BomInfo,Paths,HLIndex,VIndex,Size64', 'the five variables');
  return { blockAt, variable: (name: string) => blockAt(names.get(name) as number) };
}

const numbers = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32BE(index * 4));

function must(fits: boolean, what: string): asserts fits {
  if (!fits) throw new Error(`no bill of materials: ${what}`);
}
