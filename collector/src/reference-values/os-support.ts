import type { Os } from '@assay/shared';
import type { OsEolTable, OsRelease } from './os-eol.ts';
import { isRolling, productOf } from './os-product.ts';
import { windowsReleases } from './windows-release.ts';

/** Whether an OS still gets security updates: the derived signal `os_support`. Dates are YYYY-MM-DD. */
export interface OsSupport {
  /** `unlisted`: the data doesn't know it, as with a version newer than the data; never to be read as ended. */
  status: 'supported' | 'ended' | 'unlisted';
  release?: string;
  /** Last day with security updates; missing while no end is announced. */
  ends_on?: string;
  latest?: string;
  /** Age of the reference values. */
  data_date: string;
}

const DAY_MS = 86_400_000;

/** The first moment without support, ms: a release is supported throughout its last day, in UTC. */
const endOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) + DAY_MS;

const supportEnd = (release: OsRelease): string | null => release.extended ?? release.eol;
const ends = new WeakMap<OsRelease, number>();

function endMs(release: OsRelease): number {
  const known = ends.get(release);
  if (known !== undefined) return known;
  const date = supportEnd(release);
  const end = date === null ? Number.POSITIVE_INFINITY : endOf(date);
  ends.set(release, end);
  return end;
}

function candidates(os: Os, product: string, releases: readonly OsRelease[]): OsRelease[] {
  if (product.startsWith('windows')) return windowsReleases(os, releases);
  const { version } = os;
  if (version === undefined) return [];
  const mint = `lmde${version}`;
  const matches = releases.filter(
    ({ release }) =>
      release === mint ||
      (version.startsWith(release) && (version.length === release.length || version[release.length] === '.')),
  );
  return matches.sort((a, b) => b.release.length - a.release.length).slice(0, 1);
}

// What the system declares of itself (os-release SUPPORT_END) helps only where the data has nothing.
function declaredSupport(os: Os, data_date: string, now: number): Support {
  const ends_on = os.support_end;
  const end = ends_on === undefined ? Number.NaN : endOf(ends_on);
  if (ends_on === undefined || Number.isNaN(end))
    return { support: { status: 'unlisted', data_date }, changesAt: null };
  const isSupported = now < end;
  const status = isSupported ? 'supported' : 'ended';
  return { support: { status, ends_on, data_date }, changesAt: isSupported ? end : null };
}

function possibleReleases(os: Os, table: OsEolTable): OsRelease[] {
  const product = isRolling(os) ? null : productOf(os, table.products);
  const releases = product === null ? undefined : table.products[product];
  return product === null || !releases ? [] : candidates(os, product, releases);
}

/** What is known of an OS's support at a time, and when time alone changes that, ms; null if it never does. */
export interface Support {
  support: OsSupport;
  changesAt: number | null;
}

/**
 * Pure. Where several releases remain possible, the answer is given only if it is the same for all of them, with
 * the earliest end.
 */
export function supportOf(os: Os, table: OsEolTable, now: number): Support {
  const data_date = table.snapshot;
  if (isRolling(os)) return { support: { status: 'supported', data_date }, changesAt: null };
  const releases = possibleReleases(os, table).map((release) => ({ release, end: endMs(release) }));
  if (releases.length === 0) return declaredSupport(os, data_date, now);
  releases.sort((a, b) => a.end - b.end);
  const changesAt = releases.find(({ end }) => end > now && end !== Number.POSITIVE_INFINITY)?.end ?? null;
  return { support: extended(os, supportBy(releases, data_date, now)), changesAt };
}

/** What the system says that it pays for goes on after the release's end; its own end is not in the data. */
function extended(os: Os, support: OsSupport): OsSupport {
  if (support.status !== 'ended' || !os.extended_support) return support;
  const { ends_on: _, ...rest } = support;
  return { ...rest, status: 'supported' };
}

type Ending = { release: OsRelease; end: number };

function supportBy(releases: readonly Ending[], data_date: string, now: number): OsSupport {
  const { release, end } = releases[0] as Ending;
  const ended = now >= end;
  if (releases.some((other) => now >= other.end !== ended)) return { status: 'unlisted', data_date };
  const ends_on = supportEnd(release);
  return {
    status: ended ? 'ended' : 'supported',
    release: release.release,
    ...(ends_on === null ? {} : { ends_on }),
    ...(release.latest === undefined ? {} : { latest: release.latest }),
    data_date,
  };
}
