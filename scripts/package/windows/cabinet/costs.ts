import type { Counts } from './counts.ts';
import {
  EXTRA_BITS,
  LENGTH_HEADERS,
  LENGTH_SYMBOLS,
  LITERALS,
  MAIN_SYMBOLS,
  MAX_MATCH,
  MIN_MATCH,
  SLOTS,
} from './lzx-format.ts';

/** Costs are whole numbers: this many are one bit. */
const BIT = 64;
/** What was counted before, beside what a frame has. */
const MEMORY = 0.5;
/** As if what never came had come so often. */
const UNSEEN = 0.4;

/** From one slot to the next in `Costs.match`. */
export const SLOT_STRIDE = MAX_MATCH + 1;

/** What each choice is likely to take up, by what was chosen shortly before. */
export class Costs {
  readonly literal = new Int32Array(LITERALS);
  /** At slot × `SLOT_STRIDE` + length. */
  readonly match = new Int32Array(SLOTS * SLOT_STRIDE);
  readonly #main = new Float64Array(MAIN_SYMBOLS);
  readonly #length = new Float64Array(LENGTH_SYMBOLS);

  constructor() {
    // Bytes are what is there in the beginning.
    this.#main.fill(1).fill(8, 0, LITERALS);
    this.#length.fill(1);
    this.#work();
  }

  /** What was chosen becomes likelier. */
  learn(chosen: Counts): void {
    fade(this.#main, chosen.main);
    fade(this.#length, chosen.length);
    this.#work();
  }

  #work(): void {
    const main = costsOf(this.#main);
    const length = costsOf(this.#length);
    this.literal.set(main.subarray(0, LITERALS));
    for (let slot = 0; slot < SLOTS; slot++) {
      const extra = (EXTRA_BITS[slot] as number) * BIT;
      const symbols = main.subarray(LITERALS + slot * 8);
      for (let size = MIN_MATCH; size <= MAX_MATCH; size++) {
        const header = Math.min(size - MIN_MATCH, LENGTH_HEADERS);
        const rest = length[size - MIN_MATCH - LENGTH_HEADERS] ?? 0;
        this.match[slot * SLOT_STRIDE + size] = extra + (symbols[header] as number) + rest;
      }
    }
  }
}

function fade(known: Float64Array, newest: Uint32Array): void {
  for (let symbol = 0; symbol < known.length; symbol++)
    known[symbol] = MEMORY * (known[symbol] as number) + (newest[symbol] as number);
}

/** By Shannon's measure. */
function costsOf(counts: Float64Array): Int32Array {
  const total = counts.reduce((sum, count) => sum + count + UNSEEN, 0);
  return Int32Array.from(counts, (count) => Math.round(BIT * Math.log2(total / (count + UNSEEN))));
}
