import { closeSync, fdatasync, openSync } from 'node:fs';

/** After a transaction that waited for the disk another one is expected for as long: it takes along what was committed before. */
const AWAITED_MS = 20;

/** Brings a file's bytes to the disk. */
type Sync = (handle: number, done: (error: NodeJS.ErrnoException | null) => void) => void;

/**
 * Brings to the disk what was committed without waiting for it: with the next transaction that waits, or else by a sync of
 * its own, while the thread goes on with other commits.
 */
export interface LogSync {
  /** A transaction was committed to the log, and no more. */
  committed(): void;
  /** Something was committed that is not on the disk yet. */
  readonly isWaiting: boolean;
  /** Another one was brought to the disk, and with it all that lay before it in the log. */
  synced(): void;
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
  let committed = 0;
  let durable = 0;
  let isAtIt = false;
  let timer: NodeJS.Timeout | undefined;
  let syncedAt = Number.NEGATIVE_INFINITY;

  function settle(upTo: number, error: NodeJS.ErrnoException | null): void {
    if (upTo <= durable) return;
    const transactions = upTo - durable;
    durable = upTo;
    onDurable(transactions, error);
  }

  function bring(): void {
    timer = undefined;
    if (isAtIt || committed === durable) return;
    const upTo = committed;
    isAtIt = true;
    sync(handle, (error) => {
      isAtIt = false;
      settle(upTo, error);
      soon();
    });
  }

  function soon(): void {
    if (isAtIt || timer || committed === durable) return;
    if (performance.now() - syncedAt > AWAITED_MS) bring();
    else timer = setTimeout(bring, AWAITED_MS);
  }

  return {
    committed() {
      committed++;
      soon();
    },
    get isWaiting() {
      return committed > durable;
    },
    synced() {
      syncedAt = performance.now();
      settle(committed, null);
    },
    close() {
      clearTimeout(timer);
      closeSync(handle);
    },
  };
}
