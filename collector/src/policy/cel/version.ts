const [ZERO, NINE, DOT] = [48, 57, 46];

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
};

/** Whether it begins with a number, and so can be compared. */
export const isVersion = (text: string): boolean => isDigit(text, 0);

/**
 * Whether a version is the given one or newer: numbers between dots are compared as numbers, missing ones are 0, and
 * what follows the last of them (`6.1.0-40-amd64`) does not count. Both are versions.
 */
export function isVersionAtLeast(version: string, least: string): boolean {
  let [i, j] = [0, 0];
  while (isDigit(version, i) || isDigit(least, j)) {
    let [have, want] = [0, 0];
    for (; isDigit(version, i); i++) have = have * 10 + version.charCodeAt(i) - ZERO;
    for (; isDigit(least, j); j++) want = want * 10 + least.charCodeAt(j) - ZERO;
    if (have !== want) return have > want;
    i = nextNumber(version, i);
    j = nextNumber(least, j);
  }
  return true;
}

const nextNumber = (text: string, at: number): number =>
  text.charCodeAt(at) === DOT && isDigit(text, at + 1) ? at + 1 : text.length;
