import { wire } from '@assay/proto';
import { fromObservation, knownSignalName } from './observations.ts';
import { CREATED_AT, Cursor, NAME, OBSERVED_AT, SIGNAL } from './report-cursor.ts';
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

  function observation(cursor: Cursor, bytes: Buffer, end: number, before?: Place): [Place, number] {
    const { at: block } = cursor;
    let observedAt = 0;
    if (cursor.tag() !== NAME) throw new Unordered();
    const name = cursor.varintOr(unordered);
    if (bytes[cursor.at] === OBSERVED_AT) {
      cursor.at += 1;
      observedAt = cursor.varintOr(unordered);
    } else if (cursor.at >= end) throw new Unordered();
    const start = cursor.at;
    const isRepeated =
      before?.name === name && last.compare(bytes, start, end, before.start, before.end) === 0;
    const decoded = isRepeated ? before.decoded : lookUp(name, bytes, { block, start, end });
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
    const cursor = new Cursor(bytes);
    const signals: Partial<Record<SignalName, Signal>> = {};
    const own: Place[] = [];
    let createdAt = 0;
    while (cursor.at < bytes.length) {
      const tag = cursor.varintOr(unordered);
      if (tag === CREATED_AT) createdAt = cursor.varintOr(unordered);
      else if (tag === SIGNAL) {
        const end = cursor.varintOr(unordered) + cursor.at;
        if (end > bytes.length) throw new Unordered();
        const [place, observedAt] = observation(cursor, bytes, end, places[own.length]);
        own.push(place);
        cursor.at = end;
        if (place.decoded) signals[place.decoded.name] = { ...place.decoded.outcome, observedAt };
      } else if (!cursor.skip(tag & 7)) throw new Unordered();
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

const unordered = () => new Unordered();

function toDecoded(bytes: Uint8Array): Decoded {
  const observation = wire.Observation.decode(bytes);
  const name = knownSignalName(observation.name);
  if (!name) return null;
  const { observedAt: _, ...outcome } = fromObservation(name, observation);
  return { name, outcome };
}
