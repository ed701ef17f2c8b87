import {
  BLOCK,
  CREATED_AT,
  Cursor,
  NAME,
  NUMBER,
  OBSERVED_AT,
  SIGNAL,
  VARINT,
} from '@assay/shared/report-cursor';

// A report that repeats another is stored as its number and its times. All else of it is the other's, and is not looked at.

/** What a stored repetition begins with: as DEFLATE (RFC 1951 §3.2.3) it would be a block of the type that does not exist. */
export const REPETITION = 0x07;

/** Tag and name, which is one byte. */
const NAME_BYTES = 2;
/** No honest clock is further from the times it gave; doubled, it is a number still. */
const MAX_AGE_MS = 2 ** 50;

/**
 * What has to be kept of a report that repeats one that is stored (`Evidence.isRepetition`).
 * @returns null when it could not be given back to the byte: when a number takes more bytes than it needs
 */
export function toRepetition(payload: Uint8Array): Uint8Array | null {
  const times = readTimes(payload);
  if (!times) return null;
  const { number, createdAt, observedAt } = times;
  const out = new Writer(20 + observedAt.length * 10);
  out.byte(REPETITION);
  out.varint(number);
  out.varint(createdAt);
  for (let i = 0; i < observedAt.length; ) {
    const time = observedAt[i] as number;
    let count = 1;
    while (observedAt[i + count] === time) count += 1;
    if (Math.abs(createdAt - time) > MAX_AGE_MS) return null;
    out.signed(createdAt - time);
    out.varint(count);
    i += count;
  }
  return out.finish();
}

/** The report that `toRepetition` was given, by one that it repeats. @throws Error when the two don't belong together */
export function fromRepetition(base: Uint8Array, repetition: Uint8Array): Buffer {
  const cursor = new Cursor(repetition, 1);
  const [number, createdAt] = [cursor.varintOr(damaged), cursor.varintOr(damaged)];
  const observedAt: number[] = [];
  while (cursor.at < repetition.length) {
    const time = createdAt - toSigned(cursor.varintOr(damaged));
    for (let count = cursor.varintOr(damaged); count > 0; count -= 1) {
      if (observedAt.push(time) > base.length) throw damaged();
    }
  }
  return withTimes(base, { number, createdAt, observedAt });
}

const damaged = () => new Error('the repetition is damaged, or is of another report');

const toSigned = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

interface Times {
  number: number;
  createdAt: number;
  /** In the order of the signals. */
  observedAt: number[];
}

/** Null: a number of it is not written as `withTimes` would. */
function readTimes(payload: Uint8Array): Times | null {
  const times: Times = { number: 0, createdAt: 0, observedAt: [] };
  const cursor = new Cursor(payload);
  while (cursor.at < payload.length) {
    const tag = cursor.tag();
    if ((tag & 7) !== VARINT && (tag & 7) !== BLOCK) return null;
    const value = shortestAt(cursor);
    if (Number.isNaN(value)) return null;
    if (tag === NUMBER) times.number = value;
    else if (tag === CREATED_AT) times.createdAt = value;
    else if (tag === SIGNAL) {
      const end = cursor.at + value;
      const observedAt = enterSignal(cursor) ? shortestAt(cursor) : Number.NaN;
      if (Number.isNaN(observedAt)) return null;
      times.observedAt.push(observedAt);
      cursor.at = end;
    } else if ((tag & 7) === BLOCK) cursor.at += value;
  }
  return times;
}

/** NaN also where it is there with more bytes than it needs. */
function shortestAt(cursor: Cursor): number {
  const from = cursor.at;
  const value = cursor.varint();
  return cursor.at - from === widthOf(value) ? value : Number.NaN;
}

/** Goes from where a signal begins to its time. False: it is not laid out so. */
function enterSignal(cursor: Cursor): boolean {
  const { bytes, at } = cursor;
  cursor.at += NAME_BYTES + 1;
  return bytes[at] === NAME && (bytes[at + 1] ?? 128) < 128 && bytes[at + NAME_BYTES] === OBSERVED_AT;
}

/** The same report with another number and other times. */
function withTimes(base: Uint8Array, { number, createdAt, observedAt }: Times): Buffer {
  const out = new Writer(base.length + 10 * (observedAt.length + 2));
  const cursor = new Cursor(base);
  let signals = 0;
  while (cursor.at < base.length) {
    const from = cursor.at;
    const tag = cursor.tag();
    const value = cursor.varintOr(damaged);
    if (tag === NUMBER || tag === CREATED_AT) {
      out.byte(tag);
      out.varint(tag === NUMBER ? number : createdAt);
    } else if (tag === SIGNAL) {
      const start = cursor.at;
      if (!enterSignal(cursor)) throw damaged();
      cursor.varintOr(damaged);
      const rest = base.subarray(cursor.at, start + value);
      cursor.at = start + value;
      out.byte(tag);
      out.signal(base.subarray(start, start + NAME_BYTES), observedAt[signals++], rest);
    } else {
      if ((tag & 7) === BLOCK) cursor.at += value;
      out.bytes(base.subarray(from, cursor.at));
    }
  }
  if (signals !== observedAt.length || cursor.at !== base.length) throw damaged();
  return out.finish();
}

const widthOf = (value: number): number => {
  let width = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) width += 1;
  return width;
};

class Writer {
  private at = 0;
  private readonly target: Buffer;

  constructor(maxBytes: number) {
    this.target = Buffer.allocUnsafe(maxBytes);
  }

  byte(byte: number): void {
    this.target[this.at++] = byte;
  }

  varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
    this.byte(rest);
  }

  signed(value: number): void {
    this.varint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  bytes(bytes: Uint8Array): void {
    this.target.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** What a signal holds: its name, its time, and what is left of it. */
  signal(name: Uint8Array, time: number | undefined, rest: Uint8Array): void {
    if (time === undefined) throw damaged();
    this.varint(name.length + 1 + widthOf(time) + rest.length);
    this.bytes(name);
    this.byte(OBSERVED_AT);
    this.varint(time);
    this.bytes(rest);
  }

  finish(): Buffer {
    return this.target.subarray(0, this.at);
  }
}
