/** One value or sub-table of a GVDB file. */
type Item = { type: 'value'; bytes: Buffer } | { type: 'table'; items: GvdbTable };

/** Full key → what is there. */
export type GvdbTable = ReadonlyMap<string, Item>;

const SIGNATURE = 'GVariant'; // little-endian; a file of the other order spells it backwards
const HEADER_BYTES = 24;
const ITEM_BYTES = 24;
const NO_PARENT = 0xffff_ffff;
const BLOOM_WORDS = (1 << 27) - 1; // the upper five bits are a shift
const MAX_DEPTH = 4;

/**
 * Reads GVDB, the file format of dconf's databases and of compiled schemas (glib's gvdb-format.h): a hash table
 * whose keys are spelled from their parents' on, with values and tables in it.
 * @throws RangeError on a file that is not one, or points outside itself
 */
export function parseGvdb(file: Buffer): GvdbTable {
  if (file.length < HEADER_BYTES || file.toString('latin1', 0, 8) !== SIGNATURE) {
    throw new RangeError('not a GVDB file of this byte order');
  }
  return readTable(slice(file, file.readUInt32LE(16), file.readUInt32LE(20)), file, 0);
}

function slice(file: Buffer, start: number, end: number): Buffer {
  if (start > end || end > file.length) throw new RangeError('GVDB pointer outside of the file');
  return file.subarray(start, end);
}

function readTable(table: Buffer, file: Buffer, depth: number): GvdbTable {
  if (depth > MAX_DEPTH) throw new RangeError('GVDB tables nested too deep');
  if (table.length === 0) return new Map();
  const first = 8 + ((table.readUInt32LE(0) & BLOOM_WORDS) + table.readUInt32LE(4)) * 4;
  const count = Math.floor((table.length - first) / ITEM_BYTES);
  const at = (index: number) => first + index * ITEM_BYTES;
  const found = new Map<string, Item>();

  function nameOf(index: number): string {
    let name = '';
    let steps = 0;
    for (let next = index; next !== NO_PARENT; next = table.readUInt32LE(at(next) + 4)) {
      if (steps++ > count) throw new RangeError('GVDB keys are their own parents');
      const start = table.readUInt32LE(at(next) + 8);
      name = slice(file, start, start + table.readUInt16LE(at(next) + 12)).toString('utf8') + name;
    }
    return name;
  }

  for (let index = 0; index < count; index += 1) {
    const type = String.fromCharCode(table.readUInt8(at(index) + 14));
    if (type !== 'v' && type !== 'H') continue;
    const bytes = slice(file, table.readUInt32LE(at(index) + 16), table.readUInt32LE(at(index) + 20));
    const item: Item =
      type === 'v' ? { type: 'value', bytes } : { type: 'table', items: readTable(bytes, file, depth + 1) };
    found.set(nameOf(index), item);
  }
  return found;
}

/**
 * A value's boolean, number or text: a GVariant of type `v`, that is the data, a zero, and the type's name. Of a
 * tuple, as schemas hold their defaults in, the first part.
 * @returns undefined for another type
 */
export function toPlain(item: Item | undefined): boolean | number | string | undefined {
  if (item?.type !== 'value') return undefined;
  const { bytes } = item;
  const zero = bytes.lastIndexOf(0);
  const type = bytes.toString('latin1', zero + 1).replace(/^\(/, '');
  const data = bytes.subarray(0, Math.max(zero, 0));
  if (type.startsWith('b') && data.length >= 1) return data[0] !== 0;
  if (type.startsWith('u') && data.length >= 4) return data.readUInt32LE(0);
  if (type.startsWith('i') && data.length >= 4) return data.readInt32LE(0);
  if (type === 's') return data.toString('utf8').replace(/\0$/, '');
  return undefined;
}
