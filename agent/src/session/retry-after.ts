/** Longer waits than this are not believed: a portal or proxy in between may say anything. */
const LONGEST_MS = 3_600_000;

/**
 * How long an HTTP answer asks to stay away (RFC 9110 §10.2.3: seconds, or a date); 0 when it doesn't say.
 * @param now ms, the clock that a date is held against
 */
export function retryAfterMs(value: string | undefined, now: number): number {
  if (value === undefined) return 0;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? 0 : Math.min(LONGEST_MS, Math.max(0, wait));
}
