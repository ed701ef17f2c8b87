/**
 * The last three offsets, which have slots of their own. A hit swaps two places: the one that was hit, and the first.
 */
export class RecentOffsets {
  readonly #offsets: [number, number, number];

  constructor(offsets: readonly [number, number, number] = [1, 1, 1]) {
    this.#offsets = [...offsets];
  }

  copy(): RecentOffsets {
    return new RecentOffsets(this.#offsets);
  }

  get all(): readonly [number, number, number] {
    return this.#offsets;
  }

  /**
   * Takes an offset in.
   * @returns its place before; null when it had none
   */
  take(offset: number): number | null {
    const place = this.#offsets.indexOf(offset);
    const [first, second] = this.#offsets;
    this.#offsets[0] = offset;
    if (place < 0) {
      this.#offsets[1] = first;
      this.#offsets[2] = second;
      return null;
    }
    if (place > 0) this.#offsets[place] = first;
    return place;
  }
}
