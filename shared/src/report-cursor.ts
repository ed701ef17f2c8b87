// Tags of report.proto and signals.proto: a field's number and its wire type (protobuf.dev/programming-guides/encoding).
export const NUMBER = 0x10;
export const CREATED_AT = 0x28;
export const SIGNAL = 0x32;
export const LOST = 0x3a;
export const NAME = 0x08;
export const OBSERVED_AT = 0x10;

// Wire types.
export const VARINT = 0;
export const BLOCK = 2;
const FIXED64 = 1;
const FIXED32 = 5;

/** Above all names that there are; a larger one is nobody's we know. */
const MAX_NAME = 127;

/** A place in the bytes of a report. */
export class Cursor {
  at: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next byte, as a field's tag: above field 15 a tag is longer, and `varint` reads it. 0 at the end. */
  tag(): number {
    return this.bytes[this.at++] ?? 0;
  }

  /** Up to 2^53 - 1; else NaN. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 127) * factor;
      if (byte < 128) return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
    }
    return Number.NaN;
  }

  /** @throws what `fail` makes, where there is no such number */
  varintOr(fail: () => Error): number {
    const value = this.varint();
    if (Number.isNaN(value)) throw fail();
    return value;
  }

  /** Goes behind the tag and the length of a field. @returns where it ends; -1 when it is not there, or not whole */
  enter(tag: number): number {
    if (this.bytes[this.at] !== tag) return -1;
    this.at += 1;
    const end = this.varint() + this.at;
    return end <= this.bytes.length ? end : -1;
  }

  /** Goes behind the value of a field. False: it has no wire type of those, or is not whole. */
  skip(type: number): boolean {
    if (type === VARINT) return !Number.isNaN(this.varint());
    const length = type === BLOCK ? this.varint() : type === FIXED64 ? 8 : type === FIXED32 ? 4 : Number.NaN;
    this.at += length;
    return this.at <= this.bytes.length;
  }

  /** Goes behind a field with a length. @returns its bytes, not copied; null when it is not there, or not whole */
  block(tag: number): Uint8Array | null {
    const end = this.enter(tag);
    if (end < 0) return null;
    const block = this.bytes.subarray(this.at, end);
    this.at = end;
    return block;
  }

  /** Whether one field with a length, of a number above those of name and time, is all that is left before `end`. */
  isOneBlock(end: number): boolean {
    const from = this.at;
    const tag = this.varint();
    const isWhole = tag >> 3 > 2 && (tag & 7) === 2 && this.varint() + this.at === end;
    this.at = from;
    return isWhole;
  }
}

/** The number of the first; NaN unless both have one. */
export function bothNumbers(now: Cursor, then: Cursor, tag: number): number {
  if (now.tag() !== tag || then.tag() !== tag) return Number.NaN;
  const number = now.varint();
  return Number.isNaN(then.varint()) ? Number.NaN : number;
}

/** Whether as many bytes are the same in both; then both go on behind them. */
export function bothSkip(now: Cursor, then: Cursor, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (now.bytes[now.at + i] !== then.bytes[then.at + i]) return false;
  now.at += length;
  then.at += length;
  return true;
}

/** One signal of each: the same but for the time, which goes into `times` under the signal's number. */
export function sameObservation(now: Cursor, then: Cursor, times: number[]): boolean {
  const end = now.enter(SIGNAL);
  const endThen = then.enter(SIGNAL);
  if (now.tag() !== NAME || then.tag() !== NAME) return false;
  // One byte in both.
  const name = now.tag();
  if (name !== then.tag() || name > MAX_NAME) return false;
  const observedAt = bothNumbers(now, then, OBSERVED_AT);
  // The rest is one outcome and nothing after it, that could be another name or time.
  if (Number.isNaN(observedAt) || !now.isOneBlock(end) || end - now.at !== endThen - then.at) return false;
  if (!bothSkip(now, then, end - now.at)) return false;
  times[name] = observedAt;
  return true;
}
