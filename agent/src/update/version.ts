import { createHash } from 'node:crypto';

const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/;

/** Whether a text names a release: three numbers. */
export const isVersion = (text: string): boolean => VERSION.test(text);

/** Whether `a` is a later release than `b`; what is no release is later than nothing. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [VERSION.exec(a), VERSION.exec(b)];
  if (!left || !right) return left !== null;
  for (const place of [1, 2, 3]) {
    const difference = Number(left[place]) - Number(right[place]);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/**
 * Where a device stands in the line for a version, from 0 up to 100: always at the same place for one version, and at
 * another for the next, so that the same people aren't first each time.
 */
export function placeInRollout(deviceId: string, version: string): number {
  const digest = createHash('sha256').update(`${version}\0${deviceId}`).digest();
  return (digest.readUInt32BE() / 2 ** 32) * 100;
}
