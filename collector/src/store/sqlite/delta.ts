import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fromRepetition, REPETITION } from './repetition.ts';
import { fromReportDelta, REPORT_DELTA, toReportDelta } from './report-delta.ts';

// DEFLATE (RFC 1951) with the base as its dictionary: half the CPU of zstd at this size, for a few bytes more. A
// report's posture hardly ever needs more than 8 KiB of window.
const COMPRESSION = { level: 3, memLevel: 5, windowBits: 13 } as const;

// A report most often fits. Node's 16 KiB, allocated for each, take half of the time that restoring one takes.
const CHUNK_BYTES = 4096;

/** A delta this short is not worth five times the CPU for a shorter one. */
const SHORT_BYTES = 160;

/** Bytes that give `target` again together with `base`. */
export function toDelta(base: Uint8Array, target: Uint8Array): Uint8Array {
  const own = toReportDelta(base, target);
  if (own && own.length <= SHORT_BYTES) return own;
  const deflated = deflateRawSync(target, { ...COMPRESSION, dictionary: base });
  return own && own.length <= deflated.length ? own : deflated;
}

/**
 * The exact bytes that `toDelta` or `toRepetition` was given.
 * @throws Error when delta and base don't belong together, or are damaged
 */
export function fromDelta(base: Uint8Array, delta: Uint8Array): Buffer {
  if (delta[0] === REPETITION) return fromRepetition(base, delta);
  if (delta[0] === REPORT_DELTA) return fromReportDelta(base, delta);
  return inflateRawSync(delta, { dictionary: base, chunkSize: CHUNK_BYTES });
}

/**
 * A report of the log as it was signed, from what stands in its own row, in that of the report which it is a delta to or
 * repeats, and in that of the full report which that one is a delta to; null: there is none.
 */
export function restored(bytes: Uint8Array, base: Uint8Array | null, full: Uint8Array | null): Uint8Array {
  if (!base) return bytes;
  return fromDelta(full ? fromDelta(full, base) : base, bytes);
}
