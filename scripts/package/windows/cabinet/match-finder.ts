import { MAX_MATCH, MAX_OFFSET, WINDOW_BYTES } from './lzx-format.ts';

/** So many strings that begin alike are looked at. */
const MAX_DEPTH = 32;
/** A match as long is as good as any: it is followed to its end, but no longer one is searched for. */
export const NICE_MATCH = 96;
/** The most that are found at one position. */
export const MAX_FOUND = MAX_DEPTH + 2;

/** From further away they would cost more than they save. */
const MAX_PAIR_OFFSET = 2048;
const MAX_TRIPLE_OFFSET = 1 << 16;

const NOWHERE = -2 * WINDOW_BYTES;
const PAIR_BITS = 16;
const TRIPLE_BITS = 16;
const ROOT_BITS = 18;
const ROOM_FOR_A_ROOT = 4;

/** Knuth's multiplicative hash. */
const hash = (bytes: number, bits: number) => Math.imul(bytes, 0x9e3779b1) >>> (32 - bits);

/**
 * Finds where the bytes at a position were before. Strings of the window that begin with the same four bytes are in a
 * binary tree, sorted by what follows, the newest at its root; of two and three bytes the newest place is known.
 */
export class MatchFinder {
  /** Of the last `find`, in order: each longer than the one before, and the nearest of its length. */
  readonly sizes = new Uint16Array(MAX_FOUND);
  readonly offsets = new Int32Array(MAX_FOUND);
  #found = 0;
  readonly #data: Uint8Array;
  readonly #pairs = new Int32Array(1 << PAIR_BITS).fill(NOWHERE);
  readonly #triples = new Int32Array(1 << TRIPLE_BITS).fill(NOWHERE);
  readonly #roots = new Int32Array(1 << ROOT_BITS).fill(NOWHERE);
  /** For each place of the window two subtrees: of what sorts before it, and behind. */
  readonly #children = new Int32Array(2 * WINDOW_BYTES).fill(NOWHERE);

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  /**
   * Takes a position in: each one once, in order.
   * @returns how many matches there are
   */
  find(position: number): number {
    const data = this.#data;
    this.#found = 0;
    if (data.length - position < ROOM_FOR_A_ROOT) return 0;
    const pair = (data[position] as number) | ((data[position + 1] as number) << 8);
    const triple = pair | ((data[position + 2] as number) << 16);
    this.#pair(position, pair);
    this.#triple(position, triple);
    this.#search(position, hash(triple | ((data[position + 3] as number) << 24), ROOT_BITS));
    return this.#found;
  }

  #pair(position: number, pair: number): void {
    const before = this.#pairs[pair] as number;
    this.#pairs[pair] = position;
    if (position - before <= MAX_PAIR_OFFSET) this.#add(2, position - before);
  }

  #triple(position: number, triple: number): void {
    const data = this.#data;
    const key = hash(triple, TRIPLE_BITS);
    const before = this.#triples[key] as number;
    this.#triples[key] = position;
    if (position - before > MAX_TRIPLE_OFFSET) return;
    const there = data[before as number] as number;
    if ((there | ((data[before + 1] as number) << 8) | ((data[before + 2] as number) << 16)) === triple)
      this.#add(3, position - before);
  }

  #add(size: number, offset: number): void {
    this.sizes[this.#found] = size;
    this.offsets[this.#found++] = offset;
  }

  /** Walks down a tree, and divides it by the string at the position, which becomes its root. */
  #search(position: number, root: number): void {
    const data = this.#data;
    const children = this.#children;
    const limit = Math.min(data.length - position, NICE_MATCH);
    const oldest = Math.max(position - MAX_OFFSET, 0);
    let candidate = this.#roots[root] as number;
    this.#roots[root] = position;
    // Where the next string goes that sorts before, or behind; and what all of those have in common with this one.
    let before = 2 * (position & (WINDOW_BYTES - 1));
    let behind = before + 1;
    let beforeSize = 0;
    let behindSize = 0;
    let longest = 3;
    for (let depth = 0; depth < MAX_DEPTH && candidate >= oldest; depth++) {
      const pair = 2 * (candidate & (WINDOW_BYTES - 1));
      let size = Math.min(beforeSize, behindSize);
      while (size < limit && data[candidate + size] === data[position + size]) size++;
      if (size > longest) {
        longest = size;
        this.#add(size === limit ? this.#follow(position, candidate, size) : size, position - candidate);
        if (size === limit) {
          // The same string, as far as it matters: the newer one takes its place.
          children[before] = children[pair] as number;
          children[behind] = children[pair + 1] as number;
          return;
        }
      }
      if ((data[candidate + size] as number) < (data[position + size] as number)) {
        children[before] = candidate;
        before = pair + 1;
        candidate = children[before] as number;
        beforeSize = size;
      } else {
        children[behind] = candidate;
        behind = pair;
        candidate = children[behind] as number;
        behindSize = size;
      }
    }
    children[before] = NOWHERE;
    children[behind] = NOWHERE;
  }

  #follow(position: number, candidate: number, from: number): number {
    const data = this.#data;
    const room = Math.min(data.length - position, MAX_MATCH);
    let size = from;
    while (size < room && data[candidate + size] === data[position + size]) size++;
    return size;
  }
}
