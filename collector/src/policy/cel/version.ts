const VERSION = /^\d+(?:\.\d+)*/;

const partsOf = (version: string): number[] | null =>
  VERSION.exec(version)?.[0].split('.').map(Number) ?? null;

/**
 * Whether a version is the given one or newer: numbers between dots are compared as numbers, missing ones are 0, and
 * what follows the last of them (`6.1.0-40-amd64`) does not count.
 * @throws RangeError when one of them does not begin with a number
 */
export function isVersionAtLeast(version: string, least: string): boolean {
  const [have, want] = [partsOf(version), partsOf(least)];
  if (!have || !want)
    throw new RangeError(`expected a version such as 14.5, got "${have ? least : version}"`);
  for (let i = 0; i < Math.max(have.length, want.length); i++) {
    const difference = (have[i] ?? 0) - (want[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
