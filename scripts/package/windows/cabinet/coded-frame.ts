import { Counts } from './counts.ts';
import { EXTRA_BITS, LENGTH_HEADERS, LITERALS, MIN_MATCH, SLOT_BASE, slotOf } from './lzx-format.ts';
import type { RecentOffsets } from './recent-offsets.ts';
import type { Tokens } from './tokens.ts';

const increment = (counts: Uint32Array, symbol: number) => {
  counts[symbol] = (counts[symbol] as number) + 1;
};

/** A frame as symbols. */
export class CodedFrame {
  /** Before it was packed. */
  readonly bytes: number;
  readonly mains: Uint16Array;
  /** For each of `mains`, what stands in the extra bits of its slot. */
  readonly extras: Int32Array;
  /** For each of `mains` with the highest length header, in order. */
  readonly lengths: number[] = [];
  readonly counts = new Counts();

  /** @param recent the offsets before the frame; those behind it afterwards */
  constructor(bytes: number, tokens: Tokens, recent: RecentOffsets) {
    this.bytes = bytes;
    this.mains = new Uint16Array(tokens.count);
    this.extras = new Int32Array(tokens.count);
    for (let index = 0; index < tokens.count; index++) {
      const size = tokens.sizes[index] as number;
      const value = tokens.values[index] as number;
      const main = size === 1 ? value : this.#match(index, size, value, recent);
      this.mains[index] = main;
      increment(this.counts.main, main);
    }
  }

  /** @returns its main symbol */
  #match(index: number, size: number, offset: number, recent: RecentOffsets): number {
    const place = recent.take(offset);
    const slot = place ?? slotOf(offset + 2);
    if (place === null) this.#extra(index, slot, offset + 2 - (SLOT_BASE[slot] as number));
    const rest = size - MIN_MATCH - LENGTH_HEADERS;
    if (rest >= 0) {
      this.lengths.push(rest);
      increment(this.counts.length, rest);
    }
    return LITERALS + slot * 8 + Math.min(size - MIN_MATCH, LENGTH_HEADERS);
  }

  #extra(index: number, slot: number, extra: number): void {
    const bits = EXTRA_BITS[slot] as number;
    this.extras[index] = extra;
    this.counts.extraBits += bits;
    if (bits >= 3) increment(this.counts.aligned, extra & 7);
  }
}
