/** The messages of all sessions that were read and are not worked on yet. */
export interface Backlog {
  add(bytes: number): void;
  done(bytes: number): void;
  readonly bytes: number;
  /** False: no socket should be read. */
  readonly hasRoom: boolean;
  /** Called once, when there is room again. */
  whenRoom(readOn: () => void): void;
}

/** Sockets are read again at half the limit: stopping and starting each of thousands costs too. */
export function createBacklog(maxBytes: number): Backlog {
  const waiting = new Set<() => void>();
  let bytes = 0;
  return {
    add(size) {
      bytes += size;
    },
    done(size) {
      bytes -= size;
      if (bytes > maxBytes / 2 || waiting.size === 0) return;
      const ready = [...waiting];
      waiting.clear();
      for (const readOn of ready) readOn();
    },
    get bytes() {
      return bytes;
    },
    get hasRoom() {
      return bytes < maxBytes;
    },
    whenRoom: (readOn) => void waiting.add(readOn),
  };
}
