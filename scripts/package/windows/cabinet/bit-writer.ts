/** Bits, the first one highest, in words of 16 bits whose lower byte stands first. */
export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** @param bits 0 to 17 */
  write(value: number, bits: number): void {
    if (bits > 16) {
      this.write(value >>> 16, bits - 16);
      this.write(value & 0xffff, 16);
      return;
    }
    // At most 15 wait, so that 31 are the most there ever are.
    this.#pending = (this.#pending << bits) | value;
    this.#pendingBits += bits;
    if (this.#pendingBits >= 16) {
      this.#pendingBits -= 16;
      this.#word(this.#pending >>> this.#pendingBits);
      this.#pending &= (1 << this.#pendingBits) - 1;
    }
  }

  /** Fills the word that was begun with zeros, and gives out all since the last time. */
  take(): Buffer {
    if (this.#pendingBits > 0) this.write(0, 16 - this.#pendingBits);
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #word(word: number): void {
    if (this.#length + 2 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = word & 0xff;
    this.#bytes[this.#length++] = (word >>> 8) & 0xff;
  }
}
