import type { ErrorCode } from '@assay/shared';
import type { UpgradeStep } from '../store.ts';

/** The keeper keeps the write-ahead log short. */
export type Role = 'writer' | 'reader' | 'keeper';

/** A message to a worker: operations that are done together. */
export interface Group {
  calls: Call[];
  /** Reports that repeat the one before (repeat-message.ts), packed; null: none. They come last. */
  repeats: Uint8Array | null;
  /** Nobody waits for it: others need not wait until it is on the disk. It is `Durable` later than answered. */
  syncsLater: boolean;
}

/** One operation by name. */
export interface Call {
  name: string;
  input: unknown;
}

/** What a worker answers a group with: one for each operation, or null when all went well and there is nothing to say. */
export type Answers = Answer[] | null;

/** Of the groups that sync later, as many of the oldest are on the disk, or could not be brought there. */
export interface Durable {
  durable: number;
  failure: Failure | null;
}

/** What became of one operation. */
export type Answer = { value: unknown } | Failure;

/** `code` is SQLite's, where it is one. */
export interface Failure {
  error: string;
  code: string | null;
}

/** A worker's messages until its database is open, of which the last is ready or failed. */
export type Opening = 'ready' | { failed: string; code: ErrorCode | null } | { upgrade: UpgradeStep };
