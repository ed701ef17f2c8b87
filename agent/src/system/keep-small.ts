const FIRST_MS = 60_000;
const EVERY_MS = 300_000;

/**
 * Collects garbage now and then: V8 itself waits until there is more of it than an agent makes in hours, and keeps
 * what was only needed for the start. Fifteen milliseconds each time. Only where the runtime was started with
 * `--expose-gc`, as what is shipped is.
 */
export function keepSmall(): void {
  const { gc } = globalThis;
  if (!gc) return;
  const collect = () => void gc();
  setTimeout(collect, FIRST_MS).unref();
  setInterval(collect, EVERY_MS).unref();
}
