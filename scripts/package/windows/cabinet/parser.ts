import { type Costs, SLOT_STRIDE } from './costs.ts';
import { FRAME_BYTES, MAX_MATCH, MIN_MATCH, slotOf } from './lzx-format.ts';
import { MAX_FOUND, MatchFinder, NICE_MATCH } from './match-finder.ts';
import type { RecentOffsets } from './recent-offsets.ts';
import { Tokens } from './tokens.ts';

const UNREACHED = 0x7fff_ffff;

/**
 * Chooses how a frame is said, by the cheapest way through it: positions are nodes, bytes and matches edges. Which
 * offsets are recent depends on the way; each node knows those of its cheapest.
 */
export class Parser {
  readonly #data: Uint8Array;
  readonly #finder: MatchFinder;
  /** Within `#data`: of the frame. */
  #start = 0;
  #bytes = 0;
  /** All matches of the frame; those at a node are from its `#first` to that of the next. */
  readonly #sizes = new Uint16Array(FRAME_BYTES * MAX_FOUND);
  readonly #offsets = new Int32Array(FRAME_BYTES * MAX_FOUND);
  readonly #first = new Int32Array(FRAME_BYTES + 1);
  readonly #cost = new Int32Array(FRAME_BYTES + 1);
  /** Of the edge that leads to a node: its length, and the offset of a match or 0. */
  readonly #edgeSize = new Uint16Array(FRAME_BYTES + 1);
  readonly #edgeOffset = new Int32Array(FRAME_BYTES + 1);
  readonly #recent = [0, 1, 2].map(() => new Int32Array(FRAME_BYTES + 1)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#finder = new MatchFinder(data);
  }

  /**
   * Frames come once each, in order.
   * @param recent the offsets before the frame; it stays as it is
   */
  parse(start: number, bytes: number, recent: RecentOffsets, costs: Costs): Tokens {
    this.#start = start;
    this.#bytes = bytes;
    this.#look();
    this.#cost.fill(UNREACHED, 0, bytes + 1);
    this.#cost[0] = 0;
    recent.all.forEach((offset, place) => {
      (this.#recent[place] as Int32Array)[0] = offset;
    });
    for (let node = 0; node < bytes; ) {
      if (node > 0) this.#inherit(node);
      node += this.#leave(node, costs);
    }
    return this.#cheapest();
  }

  /** Finds all matches. */
  #look(): void {
    let stored = 0;
    let within = 0;
    for (let node = 0; node < this.#bytes; node++) {
      this.#first[node] = stored;
      const found = this.#finder.find(this.#start + node);
      // Within a long match nothing is looked at.
      if (within-- > 0) continue;
      for (let index = 0; index < found; index++) {
        const size = Math.min(this.#finder.sizes[index] as number, this.#bytes - node);
        if (size < MIN_MATCH) continue;
        this.#sizes[stored] = size;
        this.#offsets[stored++] = this.#finder.offsets[index] as number;
        within = size >= NICE_MATCH ? size - 1 : 0;
      }
    }
    this.#first[this.#bytes] = stored;
  }

  /** @returns how far it is to the next node that is worth to be left */
  #leave(node: number, costs: Costs): number {
    this.#byte(node, costs);
    for (let place = 0; place < 3; place++) {
      const offset = (this.#recent[place] as Int32Array)[node] as number;
      const size = this.#repeats(node, offset);
      if (size >= NICE_MATCH) return this.#edges(node, size, size, place, offset, costs);
      if (size >= MIN_MATCH) this.#edges(node, MIN_MATCH, size, place, offset, costs);
    }
    let shortest = MIN_MATCH;
    const last = this.#first[node + 1] as number;
    for (let index = this.#first[node] as number; index < last; index++) {
      const offset = this.#offsets[index] as number;
      const size = this.#sizes[index] as number;
      const slot = slotOf(offset + 2);
      if (size >= NICE_MATCH) return this.#edges(node, size, size, slot, offset, costs);
      this.#edges(node, shortest, size, slot, offset, costs);
      shortest = size + 1;
    }
    return 1;
  }

  #byte(node: number, costs: Costs): void {
    const byte = this.#data[this.#start + node] as number;
    const cost = (this.#cost[node] as number) + (costs.literal[byte] as number);
    if (cost >= (this.#cost[node + 1] as number)) return;
    this.#cost[node + 1] = cost;
    this.#edgeSize[node + 1] = 1;
    this.#edgeOffset[node + 1] = 0;
  }

  /** How much of what stands at a node stood `offset` before it. */
  #repeats(node: number, offset: number): number {
    const data = this.#data;
    const here = this.#start + node;
    if (offset > here) return 0;
    const room = Math.min(this.#bytes - node, MAX_MATCH);
    let size = 0;
    while (size < room && data[here - offset + size] === data[here + size]) size++;
    return size;
  }

  /** Matches of one offset, from the shortest to the longest. */
  #edges(node: number, from: number, to: number, slot: number, offset: number, costs: Costs): number {
    const cost = this.#cost;
    const here = cost[node] as number;
    const row = slot * SLOT_STRIDE;
    for (let size = from; size <= to; size++) {
      const there = here + (costs.match[row + size] as number);
      if (there >= (cost[node + size] as number)) continue;
      cost[node + size] = there;
      this.#edgeSize[node + size] = size;
      this.#edgeOffset[node + size] = offset;
    }
    return to;
  }

  /** Works the recent offsets out by the edge that leads here, as `RecentOffsets.take` does. */
  #inherit(node: number): void {
    const [first, second, third] = this.#recent;
    const before = node - (this.#edgeSize[node] as number);
    const offset = this.#edgeOffset[node] as number;
    const [a, b, c] = [first[before], second[before], third[before]] as [number, number, number];
    const stays = offset === 0 || offset === a;
    first[node] = stays ? a : offset;
    second[node] = stays || (offset === c && offset !== b) ? b : a;
    third[node] = stays || offset === b ? c : offset === c ? a : b;
  }

  #cheapest(): Tokens {
    const nodes: number[] = [];
    for (let node = this.#bytes; node > 0; node -= this.#edgeSize[node] as number) nodes.push(node);
    const tokens = new Tokens();
    for (const node of nodes.reverse()) {
      const offset = this.#edgeOffset[node] as number;
      const byte = this.#data[this.#start + node - 1] as number;
      tokens.add(this.#edgeSize[node] as number, offset > 0 ? offset : byte);
    }
    return tokens;
  }
}
