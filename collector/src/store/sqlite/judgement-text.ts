import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { VerdictChange } from '../../publish/target.ts';
import type { Basis } from '../judgements.ts';

// What a judgement says and was made from, three lines of text: the policy's hash, the change, the basis. JSON has no line
// ends of its own. Most of it is what the device's judgement before said.

const COMPRESSION = { level: 3, memLevel: 6, windowBits: 14 } as const;
const CHUNK_BYTES = 8192;

/** The lines as they come: `change` and `basis` are JSON; no basis: empty. */
export interface JudgementLines {
  policy: string;
  change: string;
  basis: string | null;
}

/** A judgement, read. */
export interface JudgementText {
  policy: string;
  change: VerdictChange;
  /** Null: there is none. */
  basis: Basis | null;
}

export const toText = ({ policy, change, basis }: JudgementLines): Buffer =>
  Buffer.from(`${policy}\n${change}\n${basis ?? ''}`);

export function readText(text: string): JudgementText {
  const [policy = '', change = '', basis = ''] = text.split('\n');
  return { policy, change: JSON.parse(change), basis: basis === '' ? null : JSON.parse(basis) };
}

/** A text that others may be compressed against. */
export const packBase = (text: Uint8Array): Buffer => deflateRawSync(text, COMPRESSION);

/** A text, compressed against what `packBase` made of another. */
export const packText = (text: Uint8Array, base: Uint8Array): Buffer =>
  deflateRawSync(text, { ...COMPRESSION, dictionary: unpack(base) });

/**
 * The text that `packText` was given, or that is kept as it is; null of none.
 * @throws Error when the two don't belong together
 */
export function unpackText(body: Uint8Array | null, base: Uint8Array | null): string | null {
  if (!body) return null;
  const text = base ? inflateRawSync(body, { dictionary: unpack(base), chunkSize: CHUNK_BYTES }) : body;
  return Buffer.from(text).toString();
}

const unpack = (base: Uint8Array): Buffer => inflateRawSync(base, { chunkSize: CHUNK_BYTES });
