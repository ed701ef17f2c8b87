/** A line of a process's JSON log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** The log of a running process, read as it comes. */
export interface LogTrace {
  /** Takes the next piece of the log, which may end within a line. */
  take(piece: Buffer): void;
  /** The newest line that fits, now or when it comes. Rejects when that takes longer. */
  find(fits: (line: LogLine) => boolean, timeoutMs?: number): Promise<LogLine>;
  /** All lines so far that fit. */
  all(fits: (line: LogLine) => boolean): LogLine[];
}

export function createLogTrace(): LogTrace {
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  return {
    take(piece) {
      const parts = (rest + piece.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('{')) lines.push(JSON.parse(part));
      for (const look of waiting) look();
    },
    all: (fits) => lines.filter(fits),
    find(fits, timeoutMs = 5000) {
      const { promise, resolve, reject } = Promise.withResolvers<LogLine>();
      // The newest first: what is looked for has just happened, and the log grows.
      const look = () => {
        const line = lines.findLast(fits);
        if (line) resolve(line);
      };
      const timer = setTimeout(
        () => reject(new Error(`expected a line in the log within ${timeoutMs} ms`)),
        timeoutMs,
      );
      waiting.add(look);
      look();
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(look);
      });
    },
  };
}
