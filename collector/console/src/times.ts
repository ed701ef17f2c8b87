const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });

/** The time to the second with its zone, for a tooltip. */
export const absoluteTime = (at: number): string => exact.format(at);

/** A length of time in its largest fitting unit: `45 s`, `12 min`, `3 h`, `6 days`. Never negative. */
export function duration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.floor(ms / 1000))} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} days`;
}

/** `just now`, `12 min ago`, `in 3 h`; a browser's clock a few seconds behind the collector's is still now. */
export function relativeTime(at: number, now: number): string {
  const ago = now - at;
  if (Math.abs(ago) < 5_000) return 'just now';
  return ago > 0 ? `${duration(ago)} ago` : `in ${duration(-ago)}`;
}

/** A point in time as people say it: `09:14 today`, `09:14 yesterday`, `09:14 tomorrow`, `09:14 on 3 Nov 2026`. */
export function sinceWords(at: number, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const yesterday = new Date(midnight).setDate(new Date(midnight).getDate() - 1);
  const tomorrow = new Date(midnight).setDate(new Date(midnight).getDate() + 1);
  const dayAfter = new Date(midnight).setDate(new Date(midnight).getDate() + 2);
  if (at >= midnight && at < tomorrow) return `${clock.format(at)} today`;
  if (at >= tomorrow && at < dayAfter) return `${clock.format(at)} tomorrow`;
  if (at >= yesterday && at < midnight) return `${clock.format(at)} yesterday`;
  return `${clock.format(at)} on ${day.format(at)}`;
}
