import { wire } from '@assay/proto';
import type { SignalName } from './signals.ts';

// Tags of report.proto and signals.proto: a field's number and its wire type (protobuf.dev/programming-guides/encoding).
const DEVICE_ID = 0x0a;
const NUMBER = 0x10;
const NONCE = 0x1a;
const BOOT_ID = 0x22;
const CREATED_AT = 0x28;
const SIGNAL = 0x32;
const LOST = 0x3a;
const NAME = 0x08;
const OBSERVED_AT = 0x10;
const NONCE_BYTES = 32;

/** Above all names that there are; a larger one is nobody's we know. */
const MAX_NAME = 127;

/** What differs in a report that says the same as another. */
export interface RepeatedReport {
  number: number;
  nonce: Uint8Array;
  /** Agent's clock, ms. */
  createdAt: number;
  /** Agent's clock, ms; undefined: the report has no such signal. */
  observedAt(name: SignalName): number | undefined;
}

/**
 * Reads a report that repeats another byte for byte, but for its number, nonce and times: what most reports do. It is
 * what `decodeReport` would make of it, at a fraction of the cost.
 * @param before a report that `decodeReport` accepts
 * @returns null when it says something else, or is not laid out as agents lay it out: it has to be decoded
 */
export function readRepeated(payload: Uint8Array, before: Uint8Array): RepeatedReport | null {
  const now = new Cursor(payload);
  const then = new Cursor(before);
  if (!bothSame(now, then, DEVICE_ID)) return null;
  const number = bothNumbers(now, then, NUMBER);
  const nonce = now.block(NONCE);
  if (before[then.at] === NONCE) then.block(NONCE);
  if (!bothSame(now, then, BOOT_ID)) return null;
  const createdAt = bothNumbers(now, then, CREATED_AT);
  // Written so that NaN, which is no number of any report, does not pass.
  if (!(number >= 1 && createdAt >= 0) || nonce?.length !== NONCE_BYTES) return null;
  const times: number[] = [];
  while (payload[now.at] === SIGNAL) if (!sameObservation(now, then, times)) return null;
  if (payload[now.at] === LOST && !bothSame(now, then, LOST)) return null;
  if (now.at !== payload.length || then.at !== before.length) return null;
  return { number, nonce, createdAt, observedAt: (name) => times[wire.SignalName[name]] };
}

/** One signal of each: the same but for the time, which goes into `times` under the signal's number. */
function sameObservation(now: Cursor, then: Cursor, times: number[]): boolean {
  const end = now.enter(SIGNAL);
  const endThen = then.enter(SIGNAL);
  if (now.tag() !== NAME || then.tag() !== NAME) return false;
  const name = now.varint();
  if (name !== then.varint() || name > MAX_NAME) return false;
  const observedAt = bothNumbers(now, then, OBSERVED_AT);
  // The rest is one outcome and nothing after it, that could be another name or time.
  if (Number.isNaN(observedAt) || !now.isOneBlock(end) || end - now.at !== endThen - then.at) return false;
  times[name] = observedAt;
  return bothSkip(now, then, end - now.at);
}

/** A text or a message that is the same in both. */
function bothSame(now: Cursor, then: Cursor, tag: number): boolean {
  const from = now.at;
  const end = now.enter(tag);
  now.at = from;
  return end >= 0 && bothSkip(now, then, end - from);
}

function bothSkip(now: Cursor, then: Cursor, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (now.bytes[now.at + i] !== then.bytes[then.at + i]) return false;
  now.at += length;
  then.at += length;
  return true;
}

/** The number of the first; NaN unless both have one. */
function bothNumbers(now: Cursor, then: Cursor, tag: number): number {
  if (now.tag() !== tag || then.tag() !== tag) return Number.NaN;
  const number = now.varint();
  return Number.isNaN(then.varint()) ? Number.NaN : number;
}

class Cursor {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

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

  /** Goes behind the tag and the length of a field. @returns where it ends; -1 when it is not there, or not whole */
  enter(tag: number): number {
    if (this.bytes[this.at] !== tag) return -1;
    this.at += 1;
    const end = this.varint() + this.at;
    return end <= this.bytes.length ? end : -1;
  }

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
