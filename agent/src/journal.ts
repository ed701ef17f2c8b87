import { fdatasyncSync, fstatSync, ftruncateSync, readSync, writeSync } from 'node:fs';
import { type Clock, type Envelope, LIMITS, type Lost } from '@assay/shared';
import {
  encodeRecord,
  type JournalRecord,
  type Placed,
  scan,
  unsettled,
  type Waiting,
} from './journal/record.ts';
import type { PrivateDir, PrivateFile } from './state/private-dir.ts';

/** A report as it is kept until the collector has it. */
export interface SignedReport {
  number: number;
  /** Agent's clock, ms. */
  madeAt: number;
  envelope: Envelope;
}

/** Reports that the collector has not acknowledged, on disk. What no longer fits, or was damaged, is counted. */
export interface Journal {
  readonly waiting: number;
  /** Null: nothing was ever lost. */
  readonly lost: Lost | null;
  /**
   * Keeps a report. Returns once it would survive the end of this process; a power cut may take what is younger than
   * `SYNC_AFTER_MS`. What can't be written is counted as lost, and no error: the agent must go on.
   */
  append(report: SignedReport): void;
  /** The oldest reports, in order, as many as fit into one History frame; empty when none waits. */
  batch(): SignedReport[];
  /** The collector has all reports up to this number. */
  acknowledged(number: number): void;
  /** The collector refused all reports up to this number: they are given up, and counted. */
  refused(number: number): void;
  close(): void;
}

/** How much is kept, and for how long. */
export interface JournalBounds {
  maxBytes: number;
  maxAgeMs: number;
}

/** Weeks of a busy laptop, delivered within seconds; older than a month nobody asks. */
export const DEFAULT_BOUNDS: JournalBounds = { maxBytes: 2 * 1024 * 1024, maxAgeMs: 30 * 86_400_000 };

const FILE = 'journal';
const SYNC_AFTER_MS = 1000;
// What is dropped for room is dropped at once for some time to come: each time costs rewriting the file.
const KEEP_WHEN_FULL = 0.75;
const REWRITE_ABOVE_BYTES = 64 * 1024;
// A frame also holds tags, lengths and the time.
const BATCH_BYTES = LIMITS.maxFrameBytes - 1024;
const ENVELOPE_OVERHEAD_BYTES = 16;

const NOTHING_LOST: Lost = { full: 0, expired: 0, damaged: 0, refused: 0, unwritten: 0 };

/**
 * Opens the journal and brings it back to its last whole record.
 * @throws AssayError `state_unsafe` or `state_unwritable`
 */
export function openJournal(dir: PrivateDir, clock: Clock, bounds = DEFAULT_BOUNDS): Journal {
  let file: PrivateFile = dir.open(FILE);
  const found = scan(readAll(file.handle));
  let lost = totals(found.records);
  let waiting = unsettled(found.records);
  let end = found.end;
  let unsynced: NodeJS.Timeout | undefined;

  if (fstatSync(file.handle).size > end) ftruncateSync(file.handle, end);
  if (found.damaged > 0) lose('damaged', found.damaged);
  expire();

  /** False: it could not be written, and nothing of it is left in the file. */
  function write(record: JournalRecord): boolean {
    const bytes = encodeRecord(record);
    if (!isOpen()) return false;
    try {
      if (writeSync(file.handle, bytes, 0, bytes.length, end) < bytes.length) throw new Error('cut short');
      end += bytes.length;
      syncSoon();
      return true;
    } catch {
      // A rest that can't be cut off now is overwritten by the next record, or cut off at the next start.
      try {
        ftruncateSync(file.handle, end);
      } catch {}
      return false;
    }
  }

  function syncSoon(): void {
    unsynced ??= setTimeout(() => {
      unsynced = undefined;
      sync();
    }, SYNC_AFTER_MS).unref();
  }

  function sync(): void {
    try {
      fdatasyncSync(file.handle);
    } catch {}
  }

  function lose(reason: keyof Lost, count: number): void {
    lost = { ...lost, [reason]: lost[reason] + count };
    write({ kind: 'lost', lost });
  }

  function settle(number: number): void {
    waiting = waiting.filter((report) => report.number > number);
    write({ kind: 'settled', number });
    const live = waiting.reduce((sum, { length }) => sum + length, 0);
    if (end > REWRITE_ABOVE_BYTES && live < end / 2) rewrite();
  }

  function drop(reason: keyof Lost, dropped: readonly Waiting[]): void {
    const last = dropped.at(-1);
    if (!last) return;
    lose(reason, dropped.length);
    settle(last.number);
  }

  function expire(): void {
    const oldest = clock.now() - bounds.maxAgeMs;
    const young = waiting.findIndex(({ madeAt }) => madeAt >= oldest);
    drop('expired', young < 0 ? waiting : waiting.slice(0, young));
  }

  function makeRoom(bytes: number): void {
    if (end + bytes <= bounds.maxBytes) return;
    rewrite();
    if (end + bytes <= bounds.maxBytes) return;
    let kept = waiting.reduce((sum, { length }) => sum + length, 0);
    const going = waiting.findIndex(({ length }) => {
      if (kept + bytes <= bounds.maxBytes * KEEP_WHEN_FULL) return true;
      kept -= length;
      return false;
    });
    drop('full', going < 0 ? waiting : waiting.slice(0, going));
    rewrite();
  }

  /** Opens it again, where that failed after it was rewritten. False: nothing can be read or written now. */
  function isOpen(): boolean {
    try {
      if (file === NOT_OPEN) file = dir.open(FILE);
      return true;
    } catch {
      return false;
    }
  }

  /** Writes what is alive into a new file that takes the old one's place; on failure the old one stays. */
  function rewrite(): void {
    if (!isOpen()) return;
    let isRewritten = false;
    const head = encodeRecord({ kind: 'lost', lost });
    try {
      const live = waiting.map(({ offset, length }) => readAt(file.handle, offset, length));
      // On Windows nothing takes the place of a file that is open.
      file.close();
      file = NOT_OPEN;
      dir.write(FILE, Buffer.concat([head, ...live]));
      isRewritten = true;
    } catch {}
    if (isRewritten) moveTogether(head.length);
    isOpen();
  }

  function moveTogether(from: number): void {
    let offset = from;
    waiting = waiting.map((report) => {
      const moved = { ...report, offset };
      offset += report.length;
      return moved;
    });
    end = offset;
  }

  function read({ offset, length }: Waiting): SignedReport | null {
    try {
      const [placed] = scan(readAt(file.handle, offset, length)).records;
      return placed?.record.kind === 'report' ? placed.record : null;
    } catch {
      return null;
    }
  }

  return {
    get waiting() {
      return waiting.length;
    },
    get lost() {
      return Object.values(lost).some((count) => count > 0) ? lost : null;
    },
    append({ number, madeAt, envelope }) {
      expire();
      const record: JournalRecord = { kind: 'report', number, madeAt, envelope };
      const length = encodeRecord(record).length;
      makeRoom(length);
      const offset = end;
      const fits = end + length <= bounds.maxBytes;
      if (fits && write(record)) waiting.push({ number, madeAt, offset, length });
      else lose('unwritten', 1);
    },
    batch() {
      expire();
      if (!isOpen()) return [];
      const batch: SignedReport[] = [];
      let bytes = 0;
      // A report that fills a frame by itself has no room in one of history.
      const fitting = waiting.findIndex(({ length }) => length + ENVELOPE_OVERHEAD_BYTES <= BATCH_BYTES);
      drop('full', fitting < 0 ? waiting : waiting.slice(0, fitting));
      for (const place of waiting.slice(0, LIMITS.maxHistoryReports)) {
        bytes += place.length + ENVELOPE_OVERHEAD_BYTES;
        if (batch.length > 0 && bytes > BATCH_BYTES) break;
        const report = read(place);
        if (report) batch.push(report);
        else lose('damaged', 1);
      }
      return batch;
    },
    acknowledged: (number) => settle(number),
    refused(number) {
      drop(
        'refused',
        waiting.filter((report) => report.number <= number),
      );
    },
    close() {
      clearTimeout(unsynced);
      sync();
      file.close();
    },
  };
}

/** In the place of a file: whatever is tried with it fails. */
const NOT_OPEN: PrivateFile = { path: '', handle: -1, close: () => {} };

function totals(records: readonly Placed[]): Lost {
  let lost = NOTHING_LOST;
  for (const { record } of records) if (record.kind === 'lost') lost = record.lost;
  return lost;
}

function readAll(handle: number): Buffer {
  return readAt(handle, 0, fstatSync(handle).size);
}

function readAt(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
}
