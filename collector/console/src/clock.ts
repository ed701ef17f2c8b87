/** Answers tell the time in whole seconds, and take a while: less than this is no difference. */
const PRECISION_MS = 5_000;

let aheadMs = 0;

/** The collector's time, ms: deadlines are held against it, and the browser's clock may be hours off. */
export const collectorNow = (): number => Date.now() + aheadMs;

/** Sets the clock by the `Date` of an answer that has just come. */
export function setClock(date: string | null): void {
  const ahead = Date.parse(date ?? '') - Date.now();
  if (!Number.isNaN(ahead)) aheadMs = Math.abs(ahead) < PRECISION_MS ? 0 : ahead;
}
