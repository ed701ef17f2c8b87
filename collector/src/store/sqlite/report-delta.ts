import { BLOCK, SIGNAL, VARINT } from '@assay/shared/report-cursor';

// A delta between two reports of one device, which say the same in most places, in the same order. It is a row of steps,
// each a number (base 128, the lowest first) whose two low bits say what is done and whose others say with how many
// bytes.
const COPY = 0; // so many of the base
const REPLACE = 1; // so many that follow, for as many of the base
const AGAIN = 2; // the bytes of the last REPLACE, for as many of the base: a report tells one time again and again
const EDIT = 3; // so many that follow, for as many of the base as the next number says

/** What a delta begins with: as DEFLATE (RFC 1951 §3.2.3) it would be a block of the type that does not exist. */
export const REPORT_DELTA = 0x06;

/** In a signal: its name, and the time's tag and six bytes (until 2109). All names are below 128. */
const NAME_AT = 1;
const SIGNAL_HEAD = 9;

/** So few that are the same are not worth two more steps. */
const LEAST_COPY = 3;
const MAX_BYTES = 128 * 1024;
/** Fields that are looked at for all fields together: an honest report's are where they are expected. */
const MAX_LOOKS = 4096;

const scratch = new Uint8Array(MAX_BYTES);

/**
 * Bytes that give `target` again together with `base`. What stands in both is looked for field by field and nowhere else:
 * that takes a fraction of what a general compressor takes, for deltas as small.
 * @returns null when it is not laid out as a report, or has hardly anything in common with the base
 */
export function toReportDelta(base: Uint8Array, target: Uint8Array): Uint8Array | null {
  const delta = new Delta(base, target);
  const isWhole = base.length === target.length ? delta.change(base.length) : delta.fields();
  return isWhole ? delta.finish() : null;
}

/** The bytes that `toReportDelta` was given. @throws Error when the delta is damaged, or is not to this base */
export function fromReportDelta(base: Uint8Array, delta: Uint8Array): Buffer {
  const read = new Numbers(delta);
  const length = read.next();
  if (length > MAX_BYTES) throw damaged();
  const target = Buffer.allocUnsafe(length);
  let again = delta.subarray(0, 0);
  let at = 0;
  let from = 0;
  const put = (bytes: Uint8Array, count: number, passes: number) => {
    if (bytes.length !== count || at + count > target.length) throw damaged();
    target.set(bytes, at);
    at += count;
    from += passes;
  };
  while (read.at < delta.length) {
    const step = read.next();
    const count = step >>> 2;
    if ((step & 3) === COPY) put(base.subarray(from, from + count), count, count);
    else if ((step & 3) === AGAIN) put(again, again.length, again.length);
    else {
      const passes = (step & 3) === EDIT ? read.next() : count;
      const bytes = read.bytes(count);
      if ((step & 3) === REPLACE) again = bytes;
      put(bytes, count, passes);
    }
  }
  if (at !== target.length || from > base.length) throw damaged();
  return target;
}

const damaged = () => new Error('the delta is damaged, or is to another report');

/** A delta that is being made. `b` and `t` are how far it is in base and target. */
class Delta {
  private b = 0;
  private t = 0;
  private out = 0;
  private looks = 0;
  private copied = 0;
  private lastAt = 0;
  private lastLength = -1;
  private readonly base: Uint8Array;
  private readonly target: Uint8Array;

  constructor(base: Uint8Array, target: Uint8Array) {
    this.base = base;
    this.target = target;
    this.number(REPORT_DELTA);
    this.number(target.length);
  }

  finish(): Uint8Array | null {
    this.flush();
    return this.out <= scratch.length ? scratch.slice(0, this.out) : null;
  }

  /** Goes through the fields of both, which come in the same order. False: those are none. */
  fields(): boolean {
    const { base, target } = this;
    while (this.t < target.length) {
      const end = fieldEnd(target, this.t);
      const same = this.sameField();
      const sameEnd = same < 0 ? -1 : fieldEnd(base, same);
      if (end < 0 || (same >= 0 && sameEnd < 0) || this.looks > MAX_LOOKS) return false;
      if (same < 0) this.edit(end - this.t, 0);
      else {
        if (same > this.b) this.edit(0, same - this.b);
        this.field(sameEnd - same, end - this.t);
      }
    }
    return true;
  }

  /** Where the base has what begins here in the target; -1: nowhere. */
  private sameField(): number {
    const { base, target } = this;
    const tag = target[this.t];
    const name = tag === SIGNAL ? nameAt(target, this.t) : 0;
    for (let at = this.b; at >= 0 && at < base.length; at = fieldEnd(base, at)) {
      this.looks += 1;
      if (base[at] === tag && (tag !== SIGNAL || nameAt(base, at) === name)) return at;
    }
    return -1;
  }

  private field(ofBase: number, ofTarget: number): void {
    if (ofBase === ofTarget) {
      this.change(ofBase);
      return;
    }
    const { b, t } = this;
    const headB = blockAt(this.base, b) - b;
    const headT = blockAt(this.target, t) - t;
    this.edit(headT, headB);
    let [leftB, leftT] = [ofBase - headB, ofTarget - headT];
    if (this.base[b] === SIGNAL && Math.min(leftB, leftT) > SIGNAL_HEAD) {
      this.change(SIGNAL_HEAD);
      leftB -= SIGNAL_HEAD;
      leftT -= SIGNAL_HEAD;
    }
    this.middle(leftB, leftT);
  }

  /** What differs in both, between what they begin and end with. */
  private middle(ofBase: number, ofTarget: number): void {
    const { base, target, b, t } = this;
    const shorter = Math.min(ofBase, ofTarget);
    let front = 0;
    while (front < shorter && base[b + front] === target[t + front]) front += 1;
    let back = 0;
    while (back < shorter - front && base[b + ofBase - 1 - back] === target[t + ofTarget - 1 - back])
      back += 1;
    this.copy(front);
    this.edit(ofTarget - front - back, ofBase - front - back);
    this.copy(back);
  }

  /** As many bytes of both, most of which are the same. */
  change(length: number): boolean {
    const { base, target } = this;
    const end = this.t + length;
    while (this.t < end) {
      const from = this.t;
      let at = from;
      const shift = this.b - from;
      while (at < end && base[at + shift] === target[at]) at += 1;
      this.copy(at - from);
      let differs = at;
      for (let same = 0; at < end && same < LEAST_COPY; at += 1) {
        same = base[at + shift] === target[at] ? same + 1 : 0;
        if (same === 0) differs = at + 1;
      }
      if (differs > this.t) this.replace(differs - this.t);
    }
    return true;
  }

  private copy(length: number): void {
    this.copied += length;
    this.b += length;
    this.t += length;
  }

  private replace(length: number): void {
    this.flush();
    if (length === this.lastLength && this.isLast()) this.number(AGAIN);
    else {
      this.number((length << 2) | REPLACE);
      this.lastAt = this.t;
      this.lastLength = length;
      this.literal(length);
    }
    this.t += length;
    this.b += length;
  }

  private edit(put: number, passed: number): void {
    if (put === 0 && passed === 0) return;
    this.flush();
    this.number((put << 2) | EDIT);
    this.number(passed);
    this.literal(put);
    this.t += put;
    this.b += passed;
  }

  private isLast(): boolean {
    for (let i = 0; i < this.lastLength; i += 1)
      if (this.target[this.lastAt + i] !== this.target[this.t + i]) return false;
    return true;
  }

  private flush(): void {
    if (this.copied > 0) this.number(this.copied << 2);
    this.copied = 0;
  }

  private literal(length: number): void {
    for (let i = 0; i < length; i += 1) scratch[this.out++] = this.target[this.t + i] ?? 0;
  }

  private number(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) scratch[this.out++] = (rest & 127) | 128;
    scratch[this.out++] = rest;
  }
}

/** Where the field ends that begins there; -1: it is none of ours, or not whole. */
function fieldEnd(bytes: Uint8Array, at: number): number {
  const type = (bytes[at] ?? 7) & 7;
  let end = at + 1;
  while ((bytes[end] ?? 0) > 127) end += 1;
  end += 1;
  if (type === BLOCK) end += lengthAt(bytes, at);
  else if (type !== VARINT) return -1;
  return end <= bytes.length ? end : -1;
}

/** Where its bytes begin. */
function blockAt(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while ((bytes[end] ?? 0) > 127) end += 1;
  return end + 1;
}

function lengthAt(bytes: Uint8Array, at: number): number {
  let length = 0;
  let shift = 0;
  for (let i = at + 1; shift < 28; i += 1, shift += 7) {
    const byte = bytes[i] ?? 0;
    length |= (byte & 127) << shift;
    if (byte < 128) return length;
  }
  return Number.POSITIVE_INFINITY;
}

const nameAt = (bytes: Uint8Array, at: number): number | undefined => bytes[blockAt(bytes, at) + NAME_AT];

class Numbers {
  /** Behind what it begins with. */
  at = 1;
  private readonly source: Uint8Array;

  constructor(source: Uint8Array) {
    this.source = source;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.source[this.at++];
      if (byte === undefined) break;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw damaged();
  }

  bytes(count: number): Uint8Array {
    this.at += count;
    return this.source.subarray(this.at - count, this.at);
  }
}
