import type { ErrorCode } from '@assay/shared';

export type Role = 'writer' | 'reader';

/** One operation by name; a message to a worker is a list of them. */
export interface Call {
  name: string;
  input: unknown;
}

/** What became of one call; a worker answers a list with a list of the same length. */
export type Answer = { value: unknown } | { error: string };

/** First message of a worker. */
export type Opened = 'ready' | { failed: string; code: ErrorCode | null };
