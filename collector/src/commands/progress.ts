const WIDTH = 30;

/** A progress bar on stderr, for people: nothing is shown where there is no terminal. */
export interface Progress {
  to(done: number, total: number): void;
  end(): void;
}

export function showProgress(what: string, out = process.stderr): Progress {
  if (!out.isTTY) return { to() {}, end() {} };
  return {
    to(done, total) {
      const share = total === 0 ? 0 : done / total;
      const filled = Math.round(share * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      out.write(`\r${what} ${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
    },
    // Takes the line away again: what follows is the answer.
    end: () => out.write('\r\u001b[K'),
  };
}
