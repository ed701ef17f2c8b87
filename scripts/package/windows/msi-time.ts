import { readFileSync, writeFileSync } from 'node:fs';

// wixl writes the time of day into a package. Where: [MS-OLEPS] 2.21 and 2.20, the property set "SummaryInformation";
// all numbers are little-endian.

const SUMMARY_INFORMATION = Buffer.from('e0859ff2f94f6810ab9108002b27b3d9', 'hex');
const CREATED = 12;
const LAST_SAVED = 13;
const FILETIME = 0x40;
/** From 1601 to 1970, in steps of 100 ns. */
const EPOCH = 116_444_736_000_000_000n;

/**
 * Sets when an .msi says that it was made.
 * @param seconds since 1970
 * @throws Error when it has no such property set
 */
export function stampMsi(file: string, seconds: number): void {
  const bytes = readFileSync(file);
  const named = bytes.indexOf(SUMMARY_INFORMATION);
  if (named < 0) throw new Error(`${file} has no summary information`);
  // 28 bytes are before the name, and the first set's offset is behind it.
  const set = named - 28 + bytes.readUInt32LE(named + 16);
  for (let index = 0; index < bytes.readUInt32LE(set + 4); index++) {
    const id = bytes.readUInt32LE(set + 8 + index * 8);
    if (id !== CREATED && id !== LAST_SAVED) continue;
    const value = set + bytes.readUInt32LE(set + 12 + index * 8);
    if (bytes.readUInt32LE(value) !== FILETIME) throw new Error(`${file} has a time of an unknown type`);
    bytes.writeBigUInt64LE(BigInt(seconds) * 10_000_000n + EPOCH, value + 4);
  }
  writeFileSync(file, bytes);
}
