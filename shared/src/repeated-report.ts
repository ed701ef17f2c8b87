import { wire } from '@assay/proto';
import {
  bothNumbers,
  bothSkip,
  CREATED_AT,
  Cursor,
  LOST,
  NUMBER,
  SIGNAL,
  sameObservation,
} from './report-cursor.ts';
import type { SignalName } from './signals.ts';

// As in report-cursor.ts.
const DEVICE_ID = 0x0a;
const NONCE = 0x1a;
const BOOT_ID = 0x22;
const NONCE_BYTES = 32;

/** What differs in a report that says the same as another. */
export interface RepeatedReport {
  number: number;
  nonce: Uint8Array;
  /** The other has the same nonce, so that number and times are all that differs. */
  isSameSession: boolean;
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
  const [from, fromThen] = [now.at, then.at];
  const nonce = now.block(NONCE);
  if (before[then.at] === NONCE) then.block(NONCE);
  const isSameSession = isSame(payload.subarray(from, now.at), before.subarray(fromThen, then.at));
  if (!bothSame(now, then, BOOT_ID)) return null;
  const createdAt = bothNumbers(now, then, CREATED_AT);
  // Written so that NaN, which is no number of any report, does not pass.
  if (!(number >= 1 && createdAt >= 0) || nonce?.length !== NONCE_BYTES) return null;
  const times: number[] = [];
  while (payload[now.at] === SIGNAL) if (!sameObservation(now, then, times)) return null;
  if (payload[now.at] === LOST && !bothSame(now, then, LOST)) return null;
  if (now.at !== payload.length || then.at !== before.length) return null;
  return { number, nonce, isSameSession, createdAt, observedAt: (name) => times[wire.SignalName[name]] };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** A text or a message that is the same in both. */
function bothSame(now: Cursor, then: Cursor, tag: number): boolean {
  const from = now.at;
  const end = now.enter(tag);
  now.at = from;
  return end >= 0 && bothSkip(now, then, end - from);
}
