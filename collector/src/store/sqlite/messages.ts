import type { ErrorCode } from '@assay/shared';

export type Role = 'writer' | 'reader';

/** One operation by name; a message to a worker is a list of them. */
export interface Call {
  name: string;
  input: unknown;
}

/** What became of one call; a worker answers a list with a list of the same length. */
export type Answer = { value: unknown } | Failure;

/** `code` is SQLite's, where it is one. */
export interface Failure {
  error: string;
  code: string | null;
}

/** First message of a worker. */
export type Opened = 'ready' | { failed: string; code: ErrorCode | null };
