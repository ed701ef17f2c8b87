import { FRAME_BYTES } from './lzx-format.ts';

/** How a frame is said: byte by byte, or as what was there before. */
export class Tokens {
  count = 0;
  /** 1 for a byte, 2 and more for a match. */
  readonly sizes = new Uint16Array(FRAME_BYTES);
  /** The byte, or how far back the match begins. */
  readonly values = new Int32Array(FRAME_BYTES);

  add(size: number, value: number): void {
    this.sizes[this.count] = size;
    this.values[this.count++] = value;
  }

  /** All bytes as they are. */
  static ofBytes(bytes: Uint8Array): Tokens {
    const tokens = new Tokens();
    for (const byte of bytes) tokens.add(1, byte);
    return tokens;
  }
}
