import { packLzx } from './lzx.ts';
import { FRAME_BYTES, MAX_PACKED_FRAME_BYTES, WINDOW_BITS } from './lzx-format.ts';

/** One file of a cabinet. */
export interface CabinetFile {
  /** In ASCII. */
  name: string;
  bytes: Buffer;
}

export interface CabinetOptions {
  /** Since 1970: the time of every file. */
  seconds: number;
  /** Whether the files are mostly machine code of x86. */
  isX86: boolean;
}

const HEADER_BYTES = 36;
const FOLDER_BYTES = 8;
const LZX = 3;
const ARCHIVE = 0x20;
/** Behind so many, which are 1 GB, readers no longer turn calls back. */
const MAX_FRAMES = 32_768;

/**
 * A cabinet with all files in one folder, packed by LZX. Format: [MS-CAB] 2; all numbers are little-endian.
 * @throws RangeError when there is more than a gigabyte
 */
export function makeCabinet(files: readonly CabinetFile[], { seconds, isX86 }: CabinetOptions): Buffer {
  const frames = dataBlocks(Buffer.concat(files.map(({ bytes }) => bytes)), isX86);
  if (frames.length > MAX_FRAMES) throw new RangeError('a cabinet of ours holds 1 GB at most');
  const entries = entriesOf(files, seconds);
  const filesAt = HEADER_BYTES + FOLDER_BYTES;
  const dataAt = filesAt + entries.length;
  const data = Buffer.concat(frames);

  const header = Buffer.alloc(HEADER_BYTES);
  header.write('MSCF', 0, 'latin1');
  header.writeUInt32LE(dataAt + data.length, 8);
  header.writeUInt32LE(filesAt, 16);
  header.writeUInt16LE(0x0103, 24); // Version 1.3.
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(files.length, 28);

  const folder = Buffer.alloc(FOLDER_BYTES);
  folder.writeUInt32LE(dataAt, 0);
  folder.writeUInt16LE(frames.length, 4);
  folder.writeUInt16LE((WINDOW_BITS << 8) | LZX, 6);
  return Buffer.concat([header, folder, entries, data]);
}

function entriesOf(files: readonly CabinetFile[], seconds: number): Buffer {
  const { date, time } = dosTime(seconds);
  let offset = 0;
  const entries = files.map(({ name, bytes }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(bytes.length, 0);
    entry.writeUInt32LE(offset, 4);
    entry.writeUInt16LE(date, 10);
    entry.writeUInt16LE(time, 12);
    entry.writeUInt16LE(ARCHIVE, 14);
    offset += bytes.length;
    return Buffer.concat([entry, Buffer.from(`${name}\0`, 'latin1')]);
  });
  return Buffer.concat(entries);
}

/** In UTC, so that it is the same wherever it is made; from 1980 on, to two seconds. */
function dosTime(seconds: number): { date: number; time: number } {
  const when = new Date(seconds * 1000);
  const year = Math.max(when.getUTCFullYear() - 1980, 0);
  return {
    date: (year << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
    time: (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1),
  };
}

function dataBlocks(bytes: Buffer, isX86: boolean): Buffer[] {
  const blocks: Buffer[] = [];
  for (const packed of packLzx(bytes, isX86)) {
    if (packed.length > MAX_PACKED_FRAME_BYTES)
      throw new RangeError('a frame got longer than readers take it');
    const head = Buffer.alloc(8);
    head.writeUInt16LE(packed.length, 4);
    head.writeUInt16LE(Math.min(bytes.length - blocks.length * FRAME_BYTES, FRAME_BYTES), 6);
    // The sum goes over the data, then over the two sizes.
    head.writeInt32LE(checksum(packed) ^ head.readInt32LE(4), 0);
    blocks.push(Buffer.concat([head, packed]));
  }
  return blocks;
}

/** [MS-CAB] 3.1: words of four bytes, xored; what is left over stands the other way round. */
function checksum(bytes: Buffer): number {
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let at = 0; at < whole; at += 4) sum ^= bytes.readInt32LE(at);
  const rest = bytes.length - whole;
  return rest > 0 ? sum ^ bytes.readUIntBE(whole, rest) : sum;
}
