const HOUR_S = 3600;
const DAY_S = 86_400;

/**
 * An age in seconds as signals carry it: rounded down to whole hours, from two days on to whole days. An exact age
 * would make a changed signal of every look.
 */
export function toAgeS(ageMs: number): number {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  const step = seconds < 2 * DAY_S ? HOUR_S : DAY_S;
  return Math.floor(seconds / step) * step;
}

/**
 * Whether something of `at` is younger than that at `now`, ms of one clock. What lies ahead is not: the clock was set
 * back since, and nobody knows how old it is.
 */
export const isYounger = (at: number, now: number, thanMs: number): boolean => now >= at && now - at < thanMs;
