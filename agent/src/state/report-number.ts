import { fdatasyncSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { AssayError, type LastReport } from '@assay/shared';
import type { PrivateDir } from './private-dir.ts';

/**
 * The one strictly increasing sequence of report numbers of this device, across restarts and crashes, and the last
 * report that was signed: by it the collector tells a cloned disk or one that was put back in time.
 */
export interface ReportNumbers {
  /** Null: none was ever signed. */
  readonly last: LastReport | null;
  /** The number of the report to be signed now: above the last one, and above what the collector has. */
  next(): number;
  /** The collector has reports up to this number. */
  raise(number: number): void;
  /**
   * Makes durable that this report was signed: to be called before anybody sees it.
   * @throws AssayError `state_unwritable`: then it must not be sent
   */
  keep(report: LastReport): void;
  close(): void;
}

const FILE = 'last-report';
const DIGEST_BYTES = 32;
// number (8), digest (32), CRC-32 of both (4).
const SLOT_BYTES = 8 + DIGEST_BYTES + 4;

/**
 * Two slots, written in turn and in place: a crash in the middle of one leaves the other, and a full disk doesn't
 * keep a device from reporting.
 * @throws AssayError `state_unreadable`, `state_unwritable` or `state_unsafe`
 */
export function openReportNumbers(dir: PrivateDir): ReportNumbers {
  const file = dir.open(FILE);
  const content = Buffer.alloc(2 * SLOT_BYTES);
  const length = readSync(file.handle, content, 0, content.length, 0);
  if (length === 0) initialise(file);
  const slots = [0, 1].map((index) => parse(content.subarray(index * SLOT_BYTES, (index + 1) * SLOT_BYTES)));
  if (length > 0 && slots.every((slot) => slot === null)) {
    file.close();
    throw new AssayError(
      'state_unreadable',
      `${dir.path}/${FILE} is damaged: remove the state directory and enroll again`,
    );
  }
  const [first, second] = slots.map((slot) => slot?.number ?? -1);
  let newest = Number(second) > Number(first) ? 1 : 0;
  let last = slots[newest] ?? null;
  let floor = 0;
  return {
    get last() {
      return last && last.number > 0 ? last : null;
    },
    next: () => Math.max(last?.number ?? 0, floor) + 1,
    raise(number) {
      floor = Math.max(floor, number);
    },
    keep(report) {
      const other = 1 - newest;
      write(file, other, report);
      newest = other;
      last = report;
    },
    close: file.close,
  };
}

type OpenFile = ReturnType<PrivateDir['open']>;

const NOTHING: LastReport = { number: 0, digest: Buffer.alloc(DIGEST_BYTES) };

function initialise(file: OpenFile): void {
  write(file, 1, NOTHING);
  write(file, 0, NOTHING);
}

function write({ handle, path }: OpenFile, slot: number, { number, digest }: LastReport): void {
  const bytes = Buffer.alloc(SLOT_BYTES);
  bytes.writeBigUInt64BE(BigInt(number));
  bytes.set(digest, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), SLOT_BYTES - 4);
  try {
    writeSync(handle, bytes, 0, SLOT_BYTES, slot * SLOT_BYTES);
    fdatasyncSync(handle);
  } catch (cause) {
    throw new AssayError('state_unwritable', `cannot write ${path}: ${(cause as Error).message}`, { cause });
  }
}

function parse(bytes: Buffer): LastReport | null {
  if (bytes.readUInt32BE(SLOT_BYTES - 4) !== crc32(bytes.subarray(0, -4))) return null;
  const number = Number(bytes.readBigUInt64BE());
  // A copy: the buffer is shared with the other slot.
  return Number.isSafeInteger(number) ? { number, digest: Uint8Array.from(bytes.subarray(8, -4)) } : null;
}
