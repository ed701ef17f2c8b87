/** What to put at a key: a boolean, a number or a text, a schema's default in a tuple, or a table. */
type GvdbValue = boolean | number | string | { tuple: boolean | number } | { table: GvdbContent };
export interface GvdbContent {
  [key: string]: GvdbValue;
}

const NO_PARENT = 0xffff_ffff;

/** Writes a GVDB file as dconf does, each key as a chain of its parts. */
export function writeGvdb(content: GvdbContent): Buffer {
  const chunks: Buffer[] = [];
  let end = 24;
  const append = (bytes: Buffer): [number, number] => {
    const padding = Buffer.alloc((8 - (end % 8)) % 8);
    const start = end + padding.length;
    chunks.push(padding, bytes);
    end = start + bytes.length;
    return [start, end];
  };

  function writeTable(table: GvdbContent): [number, number] {
    const items: Buffer[] = [];
    const indexes = new Map<string, number>();
    const add = (name: string, type: string, value: [number, number]) => {
      const parent = /^(.*\/)[^/]+\/?$/.exec(name)?.[1] ?? '';
      const parentIndex = parent === '' ? NO_PARENT : (indexes.get(parent) ?? add(parent, 'L', [0, 0]));
      const [start] = append(Buffer.from(name.slice(parent.length)));
      const item = Buffer.alloc(24);
      item.writeUInt32LE(parentIndex, 4);
      item.writeUInt32LE(start, 8);
      item.writeUInt16LE(Buffer.byteLength(name.slice(parent.length)), 12);
      item.writeUInt8(type.charCodeAt(0), 14);
      item.writeUInt32LE(value[0], 16);
      item.writeUInt32LE(value[1], 20);
      indexes.set(name, items.length);
      items.push(item);
      return items.length - 1;
    };
    for (const [name, value] of Object.entries(table)) {
      if (typeof value === 'object' && 'table' in value) add(name, 'H', writeTable(value.table));
      else add(name, 'v', append(toVariant(value)));
    }
    // No bloom words and no buckets: only the items matter to a reader that looks at all of them.
    return append(Buffer.concat([Buffer.alloc(8), ...items]));
  }

  const root = writeTable(content);
  const header = Buffer.alloc(24);
  header.write('GVariant', 'latin1');
  header.writeUInt32LE(root[0], 16);
  header.writeUInt32LE(root[1], 20);
  return Buffer.concat([header, ...chunks]);
}

function toVariant(value: Exclude<GvdbValue, { table: GvdbContent }>): Buffer {
  if (typeof value === 'object') {
    const inner = toVariant(value.tuple);
    const zero = inner.lastIndexOf(0);
    return Buffer.concat([
      inner.subarray(0, zero + 1),
      Buffer.from(`(${inner.toString('latin1', zero + 1)})`),
    ]);
  }
  if (typeof value === 'string') return Buffer.from(`${value}\0\0s`);
  if (typeof value === 'boolean') return Buffer.concat([Buffer.of(value ? 1 : 0, 0), Buffer.from('b')]);
  const number = Buffer.alloc(5);
  number.writeUInt32LE(value, 0);
  return Buffer.concat([number, Buffer.from('u')]);
}
