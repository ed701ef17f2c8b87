import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who said it, how many ms after the connection's begin, and the frame's bytes in base64. */
export type RecordedFrame = [from: 'agent' | 'collector', afterMs: number, bytes: string];

export interface RecordedConnection {
  /** ms since 1970 */
  openedAt: number;
  frames: RecordedFrame[];
  closeCode: number;
}

/** Whole sessions between a real agent and a real collector of some time, byte for byte. */
export interface SessionRecording {
  /** Commits that they were built from; `today` is that of the recording. */
  agent: string;
  collector: string;
  recordedOn: string;
  connections: RecordedConnection[];
}

const RECORDINGS = join(import.meta.dirname, '../testdata/sessions');

/** @param of whose word is wanted of an earlier time: files are called `OF-LEVEL.json` */
export function recordings(of: 'agent' | 'collector'): [level: string, recording: SessionRecording][] {
  return readdirSync(RECORDINGS)
    .filter((name) => name.startsWith(`${of}-`) && name.endsWith('.json'))
    .sort()
    .map((name) => [
      name.slice(of.length + 1, -'.json'.length),
      JSON.parse(readFileSync(join(RECORDINGS, name), 'utf8')),
    ]);
}

/** Field 1000, length-delimited: "newer". What a message of a later level may carry at its end. */
const UNKNOWN_FIELD = Buffer.from('c23e056e65776572', 'hex');
export const withNewerField = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, UNKNOWN_FIELD]);

export const bytesOf = ([, , bytes]: RecordedFrame): Buffer => Buffer.from(bytes, 'base64');
