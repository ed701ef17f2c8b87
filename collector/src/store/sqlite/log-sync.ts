import { closeSync, fdatasync, openSync } from 'node:fs';

/** Brings a file's bytes to the disk. */
type Sync = (handle: number, done: (error: NodeJS.ErrnoException | null) => void) => void;

/** Brings to the disk what was committed without waiting for it, while the thread goes on with other commits. */
export interface LogSync {
  /** A transaction was committed to the log. */
  committed(): void;
  /** Nothing waits for it any more. */
  close(): void;
}

/**
 * @param file the database's write-ahead log; it must be there
 * @param onDurable as many transactions, the oldest ones, are on the disk; or, with an error, could not be brought there
 * @throws Error when the log can't be opened
 */
export function createLogSync(
  file: string,
  onDurable: (transactions: number, error: NodeJS.ErrnoException | null) => void,
  sync: Sync = fdatasync,
): LogSync {
  // To Windows only who may write may bring to the disk.
  const handle = openSync(file, 'r+');
  let waiting = 0;
  let isAtIt = false;

  function next(): void {
    if (waiting === 0) return;
    const transactions = waiting;
    waiting = 0;
    isAtIt = true;
    sync(handle, (error) => {
      isAtIt = false;
      onDurable(transactions, error);
      next();
    });
  }

  return {
    committed() {
      waiting++;
      if (!isAtIt) next();
    },
    close: () => closeSync(handle),
  };
}
