import { ALIGNED_SYMBOLS, LENGTH_SYMBOLS, MAIN_SYMBOLS } from './lzx-format.ts';

/** How often each symbol comes. */
export class Counts {
  readonly main = new Uint32Array(MAIN_SYMBOLS);
  readonly length = new Uint32Array(LENGTH_SYMBOLS);
  /** Of the lowest three of at least three extra bits. */
  readonly aligned = new Uint32Array(ALIGNED_SYMBOLS);
  /** All of them, as they are. */
  extraBits = 0;

  add(more: Counts): void {
    addEach(this.main, more.main);
    addEach(this.length, more.length);
    addEach(this.aligned, more.aligned);
    this.extraBits += more.extraBits;
  }

  /** How many bits it takes to tell them, by Shannon's measure; what a code of words takes is hardly more. */
  get bits(): number {
    return entropy(this.main) + entropy(this.length) + this.extraBits;
  }
}

function addEach(to: Uint32Array, more: Uint32Array): void {
  for (let symbol = 0; symbol < to.length; symbol++)
    to[symbol] = (to[symbol] as number) + (more[symbol] as number);
}

function entropy(counts: Uint32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((bits, count) => (count > 0 ? bits + count * Math.log2(total / count) : bits), 0);
}
