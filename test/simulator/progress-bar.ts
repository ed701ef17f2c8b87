const WIDTH = 24;
const EVERY_MS = 200;

/** What is going on, for people: a bar on a terminal, and a line at the beginning where there is none. */
export interface Progress {
  say(text: string): void;
  /** Shows how much of the expected time has passed; `live` is asked now and then what else to show. */
  during<T>(text: string, seconds: number, work: Promise<T>, live?: () => Promise<string>): Promise<T>;
}

export function createProgress(out: NodeJS.WriteStream): Progress {
  const say = (text: string) => void out.write(`${text}\n`);
  return {
    say,
    async during(text, seconds, work, live = async () => '') {
      if (!out.isTTY) {
        say(text);
        return work;
      }
      const startedAt = performance.now();
      let status = '';
      const draw = () => {
        const elapsedS = (performance.now() - startedAt) / 1000;
        const done = Math.round(Math.min(1, elapsedS / seconds) * WIDTH);
        const bar = '█'.repeat(done) + '░'.repeat(WIDTH - done);
        out.clearLine(0);
        out.write(`\r${bar} ${elapsedS.toFixed(0)} s  ${text}${status && `: ${status}`}`);
        live().then(
          (told) => (status = told),
          () => {},
        );
      };
      const timer = setInterval(draw, EVERY_MS);
      try {
        return await work;
      } finally {
        clearInterval(timer);
        out.clearLine(0);
        out.write(`\r${text}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
      }
    },
  };
}
