/** The messages of all sessions that were read and are not worked on yet. */
export interface Backlog {
  add(bytes: number): void;
  done(bytes: number): void;
  readonly bytes: number;
  /** False: no socket should be read. */
  readonly hasRoom: boolean;
  /** Called once, when there is room again. */
  whenRoom(readOn: () => void): void;
  /** Messages were read and are not worked on yet. */
  readonly isUnderWay: boolean;
  /** Since the newest message was read, ms. */
  sinceLastMs(): number;
  /** Called once, when all is worked on. @returns forgets it again */
  whenDone(goOn: () => void): () => void;
}

/** Sockets are read again at half the limit: stopping and starting each of thousands costs too. */
export function createBacklog(maxBytes: number): Backlog {
  const unread = callOnce();
  const background = callOnce();
  let bytes = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    add(size) {
      lastAt = performance.now();
      bytes += size;
    },
    done(size) {
      bytes -= size;
      if (bytes <= maxBytes / 2) unread.callAll();
      if (bytes === 0) background.callAll();
    },
    get bytes() {
      return bytes;
    },
    get hasRoom() {
      return bytes < maxBytes;
    },
    whenRoom: unread.add,
    get isUnderWay() {
      return bytes > 0;
    },
    sinceLastMs: () => performance.now() - lastAt,
    whenDone: background.add,
  };
}

/** Those who wait for the same. */
function callOnce() {
  const waiting = new Set<() => void>();
  return {
    add(call: () => void) {
      waiting.add(call);
      return () => void waiting.delete(call);
    },
    callAll() {
      if (waiting.size === 0) return;
      const ready = [...waiting];
      waiting.clear();
      for (const call of ready) call();
    },
  };
}
