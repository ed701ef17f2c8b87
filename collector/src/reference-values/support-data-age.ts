import type { OsEolTable } from './os-eol.ts';

const DAY_MS = 86_400_000;
/** Half a year: Ubuntu, Fedora and Windows have had a release since, and Debian a point release or three. */
const OLD_AFTER_DAYS = 180;

/** How old the reference values are, in whole days, and whether that is too old to be left at. */
export function supportDataAge(
  { snapshot }: Pick<OsEolTable, 'snapshot'>,
  now: number,
): { as_of: string; age_days: number; old: boolean } {
  // A clock that is behind makes no data of tomorrow.
  const age_days = Math.max(0, Math.floor((now - Date.parse(`${snapshot}T00:00:00Z`)) / DAY_MS));
  return { as_of: snapshot, age_days, old: age_days > OLD_AFTER_DAYS };
}
