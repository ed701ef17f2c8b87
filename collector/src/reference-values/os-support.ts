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
const endMs = (release: OsRelease): number => {
  const date = supportEnd(release);
  return date === null ? Number.POSITIVE_INFINITY : endOf(date);
};

function candidates(os: Os, product: string, releases: readonly OsRelease[]): OsRelease[] {
  if (product.startsWith('windows')) return windowsReleases(os, releases);
  const { version } = os;
  if (version === undefined) return [];
  const matches = releases.filter(
    ({ release }) => version === release || version.startsWith(`${release}.`) || release === `lmde${version}`,
  );
  return matches.sort((a, b) => b.release.length - a.release.length).slice(0, 1);
}

// What the system declares of itself (os-release SUPPORT_END) helps only where the data has nothing.
function declaredSupport(os: Os, dataDate: string, now: number): OsSupport {
  const ends_on = os.support_end;
  const end = ends_on === undefined ? Number.NaN : endOf(ends_on);
  if (ends_on === undefined || Number.isNaN(end)) return { status: 'unlisted', data_date: dataDate };
  return { status: now < end ? 'supported' : 'ended', ends_on, data_date: dataDate };
}

function possibleReleases(os: Os, table: OsEolTable): OsRelease[] {
  const product = isRolling(os) ? null : productOf(os, table.products);
  const releases = product === null ? undefined : table.products[product];
  return product === null || !releases ? [] : candidates(os, product, releases);
}

/**
 * Pure. Where several releases remain possible, the answer is given only if it is the same for all of them, with
 * the earliest end.
 */
export function osSupport(os: Os, table: OsEolTable, now: number): OsSupport {
  const data_date = table.snapshot;
  if (isRolling(os)) return { status: 'supported', data_date };
  const [first, ...others] = possibleReleases(os, table).sort((a, b) => endMs(a) - endMs(b));
  if (!first) return declaredSupport(os, data_date, now);
  const ended = now >= endMs(first);
  if (others.some((other) => now >= endMs(other) !== ended)) return { status: 'unlisted', data_date };
  const ends_on = supportEnd(first);
  return {
    status: ended ? 'ended' : 'supported',
    release: first.release,
    ...(ends_on === null ? {} : { ends_on }),
    ...(first.latest === undefined ? {} : { latest: first.latest }),
    data_date,
  };
}

/** When time alone changes what `osSupport` says of this OS, ms; null if it never does. */
export function nextSupportChange(os: Os, table: OsEolTable, now: number): number | null {
  const releases = possibleReleases(os, table);
  const declared = releases.length === 0 && !isRolling(os) && os.support_end ? [endOf(os.support_end)] : [];
  const next = Math.min(...[...releases.map(endMs), ...declared].filter((end) => end > now));
  return Number.isFinite(next) ? next : null;
}
