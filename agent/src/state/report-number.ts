import { AssayError } from '@assay/shared';
import type { PrivateDir } from './private-dir.ts';

/** The one strictly increasing sequence of report numbers of this device key, across restarts and crashes. */
export interface ReportNumbers {
  /** The last one given out, or a greater one after a restart; 0: none yet. */
  readonly last: number;
  /**
   * A number greater than every one given out before.
   * @throws AssayError `state_unwritable`: without a durable number nothing may be signed
   */
  next(): number;
}

const FILE = 'report-number.json';

// Numbers are reserved on disk before they are used, a block at a time: one durable write for so many reports, and
// a gap of at most as many after a restart (gaps are allowed, going back is not).
const BLOCK = 64;

/** @throws AssayError `state_unreadable` or `state_unsafe` */
export function openReportNumbers(dir: PrivateDir): ReportNumbers {
  let reserved = load(dir);
  let last = reserved;
  return {
    get last() {
      return last;
    },
    next() {
      if (last === reserved) {
        const ceiling = reserved + BLOCK;
        dir.write(FILE, `${JSON.stringify({ reserved: ceiling })}\n`);
        reserved = ceiling;
      }
      last++;
      return last;
    },
  };
}

function load(dir: PrivateDir): number {
  const text = dir.read(FILE);
  if (text === null) return 0;
  const { reserved } = parse(text);
  if (Number.isSafeInteger(reserved) && Number(reserved) >= 0) return Number(reserved);
  throw new AssayError(
    'state_unreadable',
    `${dir.path}/${FILE} is damaged: remove the state directory and enroll again`,
  );
}

function parse(text: string): { reserved?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
