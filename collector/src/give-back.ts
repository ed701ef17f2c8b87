/**
 * Gives back what only the start needed: V8 keeps it, and room for as much again, until it has allocated for a while. Only
 * where the runtime was started with `--expose-gc`, as what is shipped is.
 */
export const giveBack = (): void =>
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
