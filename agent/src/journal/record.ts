import { crc32 } from 'node:zlib';
import type { Envelope, Lost } from '@assay/shared';

/** What the journal's file holds, one after the other. */
export type JournalRecord =
  | { kind: 'report'; number: number; madeAt: number; envelope: Envelope }
  /** All reports up to this number are settled. */
  | { kind: 'settled'; number: number }
  /** Totals so far; the last one counts. */
  | { kind: 'lost'; lost: Lost };

/** A record and where it is in the file. */
export interface Placed {
  record: JournalRecord;
  offset: number;
  length: number;
}

// A record: length of the body (4), CRC-32 of the body (4), body. Numbers are big-endian.
// Body: kind (1), then by kind
//   report   number (8), made at (8), key id (32), signature (64), payload
//   settled  number (8)
//   lost     full, expired, damaged, refused, unwritten (8 each)
const HEAD_BYTES = 8;
const KINDS = ['report', 'settled', 'lost'] as const;
const KEY_ID_BYTES = 32;
const SIGNATURE_BYTES = 64;
const REPORT_HEAD_BYTES = 1 + 8 + 8 + KEY_ID_BYTES + SIGNATURE_BYTES;
const LOST = ['full', 'expired', 'damaged', 'refused', 'unwritten'] as const satisfies (keyof Lost)[];

/** Nothing longer is ever written: a length above it is damage. */
const MAX_RECORD_BYTES = 128 * 1024;

export function encodeRecord(record: JournalRecord): Buffer {
  const body = Buffer.concat([Buffer.of(KINDS.indexOf(record.kind)), encodeBody(record)]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(body.length, 0);
  head.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([head, body]);
}

function encodeBody(record: JournalRecord): Buffer {
  switch (record.kind) {
    case 'report': {
      const { keyId, signature, payload } = record.envelope;
      return Buffer.concat([u64(record.number), u64(record.madeAt), keyId, signature, payload]);
    }
    case 'settled':
      return u64(record.number);
    case 'lost':
      return Buffer.concat(LOST.map((name) => u64(record.lost[name])));
  }
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

/** What was read: every whole record, where the last of them ends, and how many places were damaged. */
export interface Scan {
  records: Placed[];
  end: number;
  damaged: number;
}

/**
 * Reads a journal's bytes. A record whose checksum fails is passed over where its length still leads to the next one;
 * where it doesn't, as in a record that was cut while it was written, the rest counts as one damaged place.
 */
export function scan(bytes: Buffer): Scan {
  const records: Placed[] = [];
  let damaged = 0;
  let end = 0;
  for (let offset = 0; offset < bytes.length; ) {
    const length = lengthAt(bytes, offset);
    if (length === null) {
      damaged++;
      break;
    }
    const body = bytes.subarray(offset + HEAD_BYTES, offset + length);
    const record = crc32(body) === bytes.readUInt32BE(offset + 4) ? decodeBody(body) : null;
    if (record) records.push({ record, offset, length });
    else damaged++;
    offset += length;
    end = offset;
  }
  return { records, end, damaged };
}

/** Of the whole record; null when there is none. */
function lengthAt(bytes: Buffer, offset: number): number | null {
  if (offset + HEAD_BYTES > bytes.length) return null;
  const length = HEAD_BYTES + bytes.readUInt32BE(offset);
  return length > HEAD_BYTES && length <= MAX_RECORD_BYTES && offset + length <= bytes.length ? length : null;
}

function decodeBody(body: Buffer): JournalRecord | null {
  switch (KINDS[body[0] ?? -1]) {
    case 'report': {
      if (body.length < REPORT_HEAD_BYTES) return null;
      const keyId = body.subarray(17, 17 + KEY_ID_BYTES);
      const signature = body.subarray(17 + KEY_ID_BYTES, REPORT_HEAD_BYTES);
      const envelope = { keyId, signature, payload: body.subarray(REPORT_HEAD_BYTES) };
      return { kind: 'report', number: numberAt(body, 1), madeAt: numberAt(body, 9), envelope };
    }
    case 'settled':
      return body.length === 9 ? { kind: 'settled', number: numberAt(body, 1) } : null;
    case 'lost': {
      if (body.length !== 1 + 8 * LOST.length) return null;
      const totals = LOST.map((name, index) => [name, numberAt(body, 1 + 8 * index)]);
      return { kind: 'lost', lost: Object.fromEntries(totals) };
    }
    default:
      return null;
  }
}

const numberAt = (body: Buffer, offset: number) => Number(body.readBigUInt64BE(offset));

/** A report that waits, and where it is in the file. */
export interface Waiting {
  number: number;
  madeAt: number;
  offset: number;
  length: number;
}

/** The reports that nothing after them has settled, in order. */
export function unsettled(records: readonly Placed[]): Waiting[] {
  let waiting: Waiting[] = [];
  for (const { record, offset, length } of records) {
    if (record.kind === 'report') {
      waiting.push({ number: record.number, madeAt: record.madeAt, offset, length });
    } else if (record.kind === 'settled') {
      waiting = waiting.filter(({ number }) => number > record.number);
    }
  }
  return waiting;
}
