import { FRAME_BYTES } from './lzx-format.ts';

const CALL = 0xe8;
/** Nothing is changed so near to the end of a frame. */
const UNTOUCHED_BYTES = 10;

/**
 * Calls in code of x86 say how far away their target is, which is another number at each place. With the target's own
 * place there instead, calls of one function look the same, and are matches. Readers turn it back frame by frame, in
 * whatever the bytes are: what looks like a call and is none comes back as it was.
 * @returns a copy
 */
export function withAbsoluteCalls(data: Uint8Array): Buffer {
  const bytes = Buffer.from(data);
  for (let start = 0; start < bytes.length; start += FRAME_BYTES) {
    const end = Math.min(start + FRAME_BYTES, bytes.length) - UNTOUCHED_BYTES;
    for (let at = start; at < end; at++) {
      if (bytes[at] !== CALL) continue;
      const distance = bytes.readInt32LE(at + 1);
      bytes.writeInt32LE(translated(distance, at, bytes.length), at + 1);
      at += 4;
    }
  }
  return bytes;
}

/** One to one: targets within the data come in place of distances, and distances that nobody has in place of those. */
function translated(distance: number, at: number, size: number): number {
  if (distance < -at || distance >= size) return distance;
  return distance < size - at ? distance + at : distance - size;
}
