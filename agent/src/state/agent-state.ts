import { AssayError, type DeviceAssessment, type ErrorCode } from '@assay/shared';
import { KEY_FILE, NEXT_KEY_FILE } from '../key/file-key.ts';
import { KEY_ORIGIN_FILE } from '../key/key-origin.ts';
import { isRoot } from '../system/privilege.ts';
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

/** Why the collector refuses this device, until it lets it in again. */
export interface LastRefusal {
  at: number;
  code: ErrorCode;
  message: string;
}

const REFUSAL = 'last-refusal.json';
const IDENTITY = 'identity.json';
const LAST_WORD = 'last-assessment.json';

/** Who sits at the machine looks into a directory of their own, and may not look into the service's. */
const INSTALLED = ', or where the agent is installed as a service, run this as an administrator';

/** @throws AssayError `not_enrolled`, `state_unreadable` or `state_unsafe` */
export function loadIdentity(dir: PrivateDir): Identity {
  const text = dir.read(IDENTITY);
  if (text === null) {
    throw new AssayError(
      'not_enrolled',
      `no identity in ${dir.path}: run assay-agent enroll with a join string first${isRoot() ? '' : INSTALLED}`,
    );
  }
  return parse(text, `${dir.path}/${IDENTITY}`);
}

export const isEnrolled = (dir: PrivateDir): boolean =>
  dir.read(IDENTITY) !== null && dir.read(KEY_FILE) !== null;

export const saveIdentity = (dir: PrivateDir, identity: Identity): void =>
  dir.write(IDENTITY, `${JSON.stringify(identity, null, 2)}\n`);

/** Null before the first acknowledgement. */
export function loadLastWord(dir: PrivateDir): LastWord | null {
  const text = dir.read(LAST_WORD);
  return text === null ? null : parse(text, `${dir.path}/${LAST_WORD}`);
}

export const saveLastWord = (dir: PrivateDir, word: LastWord): void =>
  dir.write(LAST_WORD, `${JSON.stringify(word)}\n`);

/** Null while the collector lets the device in. */
export function loadRefusal(dir: PrivateDir): LastRefusal | null {
  const text = dir.read(REFUSAL);
  return text === null ? null : parse(text, `${dir.path}/${REFUSAL}`);
}

export const saveRefusal = (dir: PrivateDir, refusal: LastRefusal): void =>
  dir.write(REFUSAL, `${JSON.stringify(refusal)}\n`);

export const forgetRefusal = (dir: PrivateDir): void => dir.remove(REFUSAL);

/** The device is no more at the collector, by its last word: this machine comes back as another one, with another key. */
export const hasEnded = (dir: PrivateDir): boolean =>
  ['device_revoked', 'device_unenrolled'].includes(loadRefusal(dir)?.code ?? '');

/** Everything that makes this machine that device. The identity goes last: what was interrupted can be done again. */
export function wipe(dir: PrivateDir): void {
  const key = [KEY_FILE, NEXT_KEY_FILE, KEY_ORIGIN_FILE];
  for (const name of [...key, 'journal', 'last-report', LAST_WORD, REFUSAL, IDENTITY]) dir.remove(name);
}

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
