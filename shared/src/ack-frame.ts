import { wire } from '@assay/proto';
import type { DeviceAssessment } from './assessment.ts';
import { assessmentToWire } from './assessment-wire.ts';

// Tags of session.proto and assessment.proto: a field's number and its wire type (protobuf.dev/programming-guides/encoding).
const ACK = 0x22;
const REPORT_NUMBER = 0x08;
const ASSESSMENT = 0x12;
const ASSESSED_AT = 0x18;
const VALID_UNTIL = 0x20;

/** The times of an assessment, ms. */
type Times = Pick<DeviceAssessment, 'assessedAt' | 'validUntil'>;

/** All that a device is told of an assessment but its times, encoded: the same as long as it says the same. */
export function encodeTold(assessment: DeviceAssessment): Uint8Array {
  const timeless = { ...assessmentToWire(assessment), assessed_at_ms: 0, valid_until_ms: 0 };
  // A copy: the encoder cuts its bytes out of 64 KB, which would live as long as they are kept.
  return new Uint8Array(wire.Assessment.encode(timeless).finish());
}

/**
 * What `encodeCollectorFrame` makes of an acknowledgement, of an assessment that is encoded already: nearly always it says
 * what it said before. Only the order of fields is another, which Protocol Buffers leave open.
 * @param told by `encodeTold`
 */
export function encodeAckFrame(
  reportNumber: number,
  told: Uint8Array,
  { assessedAt, validUntil }: Times,
): Uint8Array {
  const assessment = told.length + 2 + sizeOf(assessedAt) + sizeOf(validUntil);
  const ack = 1 + sizeOf(reportNumber) + 1 + sizeOf(assessment) + assessment;
  const frame = Buffer.allocUnsafe(1 + sizeOf(ack) + ack);
  let at = putNumber(frame, 0, ACK, ack);
  at = putNumber(frame, at, REPORT_NUMBER, reportNumber);
  at = putNumber(frame, at, ASSESSMENT, assessment);
  at = putNumber(frame, at, ASSESSED_AT, assessedAt);
  at = putNumber(frame, at, VALID_UNTIL, validUntil);
  frame.set(told, at);
  return frame;
}

/** Bytes of a number in base 128. */
function sizeOf(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** @returns where it ends */
function putNumber(frame: Uint8Array, from: number, tag: number, value: number): number {
  let at = from;
  frame[at++] = tag;
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) frame[at++] = (rest % 128) | 128;
  frame[at++] = rest;
  return at;
}
