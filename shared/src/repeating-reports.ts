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

// Numbers of the fields in report.proto and signals.proto.
const CREATED_AT = 5;
const SIGNALS = 6;
const NAME = 1;
const OBSERVED_AT = 2;
const MAX_KNOWN = 200_000;

/**
 * A decoder for many stored reports, of which most say what others said: each observation is decoded once, whatever
 * device makes it again. Equal outcomes come out as the same object. Reports that were accepted once, so bytes in an
 * order that no agent of ours writes are simply decoded as a whole.
 */
export function createRepeatingDecoder(): (payload: Uint8Array) => ReportedPosture {
  const known = new Map<string, Decoded>();

  function observation(bytes: Buffer): [Decoded, number] {
    const reader = new Reader(bytes);
    let observedAt = 0;
    let isPlain = reader.varint() === NAME << 3;
    const name = isPlain ? reader.varint() : 0;
    if (isPlain && bytes[reader.at] === OBSERVED_AT << 3) {
      reader.varint();
      observedAt = reader.varint();
    } else isPlain &&= reader.at < bytes.length;
    if (!isPlain) throw new Unordered();
    const key = String.fromCharCode(name) + bytes.toString('latin1', reader.at);
    let decoded = known.get(key);
    if (decoded === undefined) {
      decoded = toDecoded(bytes);
      if (known.size < MAX_KNOWN) known.set(key, decoded);
    }
    return [decoded, observedAt];
  }

  function posture(payload: Uint8Array): ReportedPosture {
    const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
    const reader = new Reader(bytes);
    const signals: Partial<Record<SignalName, Signal>> = {};
    let createdAt = 0;
    while (reader.at < bytes.length) {
      const tag = reader.varint();
      if (tag === CREATED_AT << 3) createdAt = reader.varint();
      else if (tag === ((SIGNALS << 3) | 2)) {
        const [decoded, observedAt] = observation(reader.block());
        if (decoded) signals[decoded.name] = { ...decoded.outcome, observedAt };
      } else reader.skip(tag & 7);
    }
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
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
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

  block(): Buffer {
    const length = this.varint();
    const block = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return block;
  }

  skip(wireType: number): void {
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.at += 8;
    else if (wireType === 2) this.block();
    else if (wireType === 5) this.at += 4;
    else throw new Unordered();
  }
}
