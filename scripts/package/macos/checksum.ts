const POLYNOMIAL = 0x04c11db7;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ POLYNOMIAL : value << 1;
  return value >>> 0;
});

/** What POSIX' `cksum` prints: a CRC over the bytes, then over their count, from the lowest byte on. */
export function posixChecksum(bytes: Buffer): number {
  let crc = 0;
  const add = (byte: number) => {
    crc = ((crc << 8) ^ (TABLE[(crc >>> 24) ^ byte] as number)) >>> 0;
  };
  for (const byte of bytes) add(byte);
  for (let count = bytes.length; count > 0; count = Math.floor(count / 256)) add(count & 0xff);
  return ~crc >>> 0;
}
