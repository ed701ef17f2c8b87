import type { Signals } from '@assay/shared';
import { wire } from '../../proto/src/index.ts';
import { toObservations } from '../../shared/src/observations.ts';

/** What stands before the signals. */
export interface ReportHead {
  deviceId: string;
  number: number;
  nonce: Uint8Array;
  bootId: string;
  createdAt: number;
}

/** A device's signals, encoded but for their times: a laptop tells the same over and over, observed anew. */
export interface ReportTemplate {
  /** The bytes of `encodeReport`, every signal observed at `observedAt`. */
  encode(head: ReportHead, observedAt: number): Uint8Array;
}

/** Times of this century take six bytes as a varint: from 2004 to 2109. */
const TIME_BYTES = 6;
/** In an Observation: tag and name, then the tag of the time. All names are below 128. */
const TIME_AT = 3;
const SIGNALS_TAG = (6 << 3) | 2;

/**
 * Encoding a report anew costs about as much as signing it. A load generator that shares the machine with what it
 * measures copies the bytes instead, and sets the times in them.
 */
export function createReportTemplate(signals: Signals): ReportTemplate {
  const pieces: Uint8Array[] = [];
  const timesAt: number[] = [];
  let length = 0;
  const add = (bytes: Uint8Array) => {
    pieces.push(bytes);
    length += bytes.length;
  };
  for (const observation of toObservations(signals)) {
    const bytes = wire.Observation.encode({ ...observation, observed_at_ms: 2 ** 40 }).finish();
    add(Uint8Array.from([SIGNALS_TAG, ...varint(bytes.length)]));
    timesAt.push(length + TIME_AT);
    add(bytes);
  }
  const body = Buffer.concat(pieces);
  return {
    encode({ deviceId, number, nonce, bootId, createdAt }, observedAt) {
      const head = wire.Report.encode({
        device_id: deviceId,
        number,
        nonce,
        boot_id: bootId,
        created_at_ms: createdAt,
      }).finish();
      const time = varint(observedAt);
      if (time.length !== TIME_BYTES) throw new RangeError(`${observedAt} is not a time of this century`);
      const report = Buffer.allocUnsafe(head.length + body.length);
      report.set(head);
      report.set(body, head.length);
      for (const at of timesAt) report.set(time, head.length + at);
      return report;
    },
  };
}

/** Base 128, the lowest first (protobuf's encoding of whole numbers). */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}
