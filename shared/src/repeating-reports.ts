import { wire } from '@assay/proto';
import { fromObservation, knownSignalName } from './observations.ts';
import type { Outcome, Signal, SignalName, Signals } from './signals.ts';
import { decodeReport } from './statements.ts';

/** What judging asks of a stored report. */
export interface ReportedPosture {
  createdAt: number;
  signals: Signals;
}

type Decoded = { name: SignalName; outcome: Outcome<unknown> } | null;

/** Where an observation of the report before says what it says, after its name and time. */
interface Place {
  name: number;
  start: number;
  end: number;
  decoded: Decoded;
}

// Numbers of the fields in report.proto and signals.proto.
const CREATED_AT = 5;
const SIGNALS = 6;
const NAME = 1;
const OBSERVED_AT = 2;
const MAX_KNOWN = 200_000;

/**
 * A decoder for many stored reports, of which most say what others said: each observation is decoded once, whatever
 * device makes it again. Equal outcomes come out as the same object. Reports of one device are best given one after the
 * other: what one repeats of the one before is not even looked up. Reports that were accepted once, so bytes in an order
 * that no agent of ours writes are simply decoded as a whole.
 */
export function createRepeatingDecoder(): (payload: Uint8Array) => ReportedPosture {
  const known = new Map<string, Decoded>();
  let last: Buffer = Buffer.alloc(0);
  let places: Place[] = [];

  function observation(reader: Reader, end: number, before: Place | undefined): [Place, number] {
    const { at: block } = reader;
    let observedAt = 0;
    if (reader.varint() !== NAME << 3) throw new Unordered();
    const name = reader.varint();
    if (reader.peek() === OBSERVED_AT << 3) {
      reader.varint();
      observedAt = reader.varint();
    } else if (reader.at >= end) throw new Unordered();
    const start = reader.at;
    const isRepeated =
      before?.name === name && last.compare(reader.bytes, start, end, before.start, before.end) === 0;
    const decoded = isRepeated ? before.decoded : lookUp(name, reader.bytes, { block, start, end });
    return [{ name, start, end, decoded }, observedAt];
  }

  function lookUp(
    name: number,
    bytes: Buffer,
    { block, start, end }: { block: number; start: number; end: number },
  ): Decoded {
    const key = String.fromCharCode(name) + bytes.toString('latin1', start, end);
    const found = known.get(key);
    if (found !== undefined) return found;
    const decoded = toDecoded(bytes.subarray(block, end));
    if (known.size < MAX_KNOWN) known.set(key, decoded);
    return decoded;
  }

  function posture(payload: Uint8Array): ReportedPosture {
    const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
    const reader = new Reader(bytes);
    const signals: Partial<Record<SignalName, Signal>> = {};
    const own: Place[] = [];
    let createdAt = 0;
    while (reader.at < bytes.length) {
      const tag = reader.varint();
      if (tag === CREATED_AT << 3) createdAt = reader.varint();
      else if (tag === ((SIGNALS << 3) | 2)) {
        const end = reader.end();
        const [place, observedAt] = observation(reader, end, places[own.length]);
        own.push(place);
        reader.at = end;
        if (place.decoded) signals[place.decoded.name] = { ...place.decoded.outcome, observedAt };
      } else reader.skip(tag & 7);
    }
    last = bytes;
    places = own;
    return { createdAt, signals: signals as Signals };
  }

  return (payload) => {
    try {
      return posture(payload);
    } catch (error) {
      if (!(error instanceof Unordered)) throw error;
      const { createdAt, signals } = decodeReport(payload);
      return { createdAt, signals };
    }
  };
}

class Unordered extends Error {}

function toDecoded(bytes: Uint8Array): Decoded {
  const observation = wire.Observation.decode(bytes);
  const name = knownSignalName(observation.name);
  if (!name) return null;
  const { observedAt: _, ...outcome } = fromObservation(name, observation);
  return { name, outcome };
}

/** Reads Protocol Buffers' wire format (protobuf.dev/programming-guides/encoding). */
class Reader {
  at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  peek(): number | undefined {
    return this.bytes[this.at];
  }

  /** Exact up to 2^53. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 56; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new Unordered();
  }

  /** Where the block ends that begins with its length here. */
  end(): number {
    const length = this.varint();
    if (this.at + length > this.bytes.length) throw new Unordered();
    return this.at + length;
  }

  skip(wireType: number): void {
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.at += 8;
    else if (wireType === 2) this.at = this.end();
    else if (wireType === 5) this.at += 4;
    else throw new Unordered();
  }
}
