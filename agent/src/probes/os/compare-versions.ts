/**
 * Orders versions as rpm does (rpmvercmp): runs of digits compare as numbers, runs of letters as text, a number is
 * newer than letters, more is newer than less, and `~` sorts before everything, even before the end. dpkg's rules
 * agree on every kernel name of the Debian family that we know; rpm's also order release candidates rightly.
 * @returns negative, zero or positive, for `Array.sort`
 */
export function compareVersions(left: string, right: string): number {
  const a = segments(left);
  const b = segments(right);
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = compareSegments(a[at], b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

const segments = (version: string) => version.match(/\d+|[a-z]+|~/gi) ?? [];

const isNumber = (segment: string) => /^\d/.test(segment);

function compareSegments(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === '~' || b === undefined) return a === '~' ? -1 : 1;
  if (b === '~' || a === undefined) return b === '~' ? 1 : -1;
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? 1 : -1;
  return isNumber(a) ? compareNumbers(a, b) : a < b ? -1 : 1;
}

/** Of any length: a build date has more digits than a number holds exactly. */
function compareNumbers(a: string, b: string): number {
  const x = a.replace(/^0+/, '');
  const y = b.replace(/^0+/, '');
  if (x.length !== y.length) return x.length - y.length;
  return x === y ? 0 : x < y ? -1 : 1;
}
