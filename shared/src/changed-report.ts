import { knownSignalName } from './observations.ts';
import { Cursor, LOST, NAME, SIGNAL, sameObservation } from './report-cursor.ts';
import type { Signal, SignalName, Signals } from './signals.ts';
import { decodeReport, type Report } from './statements.ts';

/** A report without the signals that it repeats. */
interface Remainder {
  bytes: Uint8Array;
  /** Numbers of all its signals, in their order. */
  names: number[];
  /** By number, when the repeated ones were observed. */
  times: number[];
}

/**
 * What `decodeReport` makes of a report. Of the signals that say what they said in the one before nothing is decoded:
 * their values are the very objects that those had.
 * @param before a report that `decodeReport` made `known` of
 * @throws AssayError `frame_malformed`, as `decodeReport`
 */
export function decodeChanged(payload: Uint8Array, before: Uint8Array, known: Report): Report {
  const remainder = remainderOf(payload, before);
  if (!remainder) return decodeReport(payload);
  const report = decodeReport(remainder.bytes);
  const signals = together(remainder, report.signals, known.signals);
  return signals ? { ...report, signals } : decodeReport(payload);
}

/** Null: one of those that changed goes by another name than it began with. */
function together({ names, times }: Remainder, changed: Signals, known: Signals): Signals | null {
  const signals: Partial<Record<SignalName, Signal>> = {};
  let left = Object.keys(changed).length;
  for (const number of names) {
    const name = knownSignalName(number);
    if (!name) continue;
    const observedAt = times[number];
    const signal = observedAt === undefined ? changed[name] : known[name];
    if (!signal || signals[name]) return null;
    if (observedAt === undefined) left -= 1;
    signals[name] = observedAt === undefined ? signal : { ...signal, observedAt };
  }
  return left === 0 ? (signals as Signals) : null;
}

/** Null: the two do not tell the same signals in the same order, or are not laid out as agents lay reports out. */
function remainderOf(payload: Uint8Array, before: Uint8Array): Remainder | null {
  const [now, then] = [new Cursor(payload), new Cursor(before)];
  if (!skipHead(now) || !skipHead(then)) return null;
  const [names, times]: [number[], number[]] = [[], []];
  const kept = [payload.subarray(0, now.at)];
  while (payload[now.at] === SIGNAL && before[then.at] === SIGNAL) {
    const [from, fromThen] = [now.at, then.at];
    const name = bothNames(new Cursor(payload, from), new Cursor(before, fromThen));
    if (name < 0) return null;
    names.push(name);
    if (sameObservation(now, then, times)) continue;
    now.at = from;
    then.at = fromThen;
    now.at = now.enter(SIGNAL);
    then.at = then.enter(SIGNAL);
    kept.push(payload.subarray(from, now.at));
  }
  if (before[then.at] === SIGNAL || !isTail(new Cursor(payload, now.at))) return null;
  kept.push(payload.subarray(now.at));
  return { bytes: Buffer.concat(kept), names, times };
}

/** Goes to the first signal. False: there is something that reports do not begin with. */
function skipHead(cursor: Cursor): boolean {
  while (cursor.at < cursor.bytes.length && cursor.bytes[cursor.at] !== SIGNAL) {
    if (cursor.bytes[cursor.at] === LOST) return true;
    const tag = cursor.tag();
    if (tag > 127 || !cursor.skip(tag & 7)) return false;
  }
  return true;
}

/** The number of the signal that stands in both; -1: there is none. */
function bothNames(now: Cursor, then: Cursor): number {
  if (now.enter(SIGNAL) < 0 || then.enter(SIGNAL) < 0) return -1;
  if (now.tag() !== NAME || then.tag() !== NAME) return -1;
  const name = now.varint();
  return name === then.varint() ? name : -1;
}

/** Whether nothing is left but what was lost: no signal is hidden behind it. */
const isTail = (cursor: Cursor): boolean =>
  cursor.at === cursor.bytes.length || cursor.enter(LOST) === cursor.bytes.length;
