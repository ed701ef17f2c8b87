import type { ErrorCode } from '@assay/shared';
import type { UpgradeStep } from '../store.ts';

export type Role = 'writer' | 'reader';

/** A message to a worker: operations that are done together. */
export interface Group {
  calls: Call[];
  /** Reports that repeat the one before (repeat-message.ts), packed; null: none. They come last. */
  repeats: Uint8Array | null;
}

/** One operation by name. */
export interface Call {
  name: string;
  input: unknown;
}

/** What a worker answers a group with: one for each operation, or null when all went well and there is nothing to say. */
export type Answers = Answer[] | null;

/** What became of one operation. */
export type Answer = { value: unknown } | Failure;

/** `code` is SQLite's, where it is one. */
export interface Failure {
  error: string;
  code: string | null;
}

/** A worker's messages until its database is open, of which the last is ready or failed. */
export type Opening = 'ready' | { failed: string; code: ErrorCode | null } | { upgrade: UpgradeStep };
