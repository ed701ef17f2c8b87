import { AssayError, type DeviceAssessment } from '@assay/shared';
import type { PrivateDir } from './private-dir.ts';

/** What enrollment left behind, beside the key. */
export interface Identity {
  deviceId: string;
  collectorUrl: string;
  collectorId: string;
  /** PEM of the collector's own CA; null: the system's CA store is trusted. */
  caPem: string | null;
}

/** What the collector said last, for `assay-agent status`. */
export interface LastWord {
  at: number;
  reportNumber: number;
  assessment: DeviceAssessment;
}

const IDENTITY = 'identity.json';
const LAST_WORD = 'last-assessment.json';

/** @throws AssayError `not_enrolled`, `state_unreadable` or `state_unsafe` */
export function loadIdentity(dir: PrivateDir): Identity {
  const text = dir.read(IDENTITY);
  if (text === null) {
    throw new AssayError(
      'not_enrolled',
      `no identity in ${dir.path}: run assay-agent enroll with a join string first`,
    );
  }
  return parse(text, `${dir.path}/${IDENTITY}`);
}

export const isEnrolled = (dir: PrivateDir): boolean => dir.read(IDENTITY) !== null;

export const saveIdentity = (dir: PrivateDir, identity: Identity): void =>
  dir.write(IDENTITY, `${JSON.stringify(identity, null, 2)}\n`);

/** Null before the first acknowledgement. */
export function loadLastWord(dir: PrivateDir): LastWord | null {
  const text = dir.read(LAST_WORD);
  return text === null ? null : parse(text, `${dir.path}/${LAST_WORD}`);
}

export const saveLastWord = (dir: PrivateDir, word: LastWord): void =>
  dir.write(LAST_WORD, `${JSON.stringify(word)}\n`);

function parse<T>(text: string, file: string): T {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AssayError(
      'state_unreadable',
      `${file} is damaged: remove the state directory and enroll again`,
      { cause },
    );
  }
}
