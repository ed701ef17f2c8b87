import { Undecided, type Value } from './undecided.ts';
import { isVersion, isVersionAtLeast } from './version.ts';

/** `takes`: how many arguments at most, besides the value that it is called on. */
interface Function {
  run: (...values: never[]) => Value;
  takes: number;
  meaning: string;
}

function size(of: string | readonly Value[]): number {
  if (typeof of !== 'string') return of.length;
  let codePoints = 0;
  for (const _ of of) codePoints++;
  return codePoints;
}

function versionAtLeast(version: string, least: string): boolean | Undecided {
  if (!isVersion(version)) return notVersion(version);
  return isVersion(least) ? isVersionAtLeast(version, least) : notVersion(least);
}

const notVersion = (text: string): Undecided =>
  new Undecided(`expected a version such as 14.5, got "${text}"`);

/**
 * The functions of the language, each called on a value (`a.startsWith(b)`); `size` also as `size(a)`. The type
 * check has accepted what they are given.
 */
export const FUNCTIONS: Readonly<Record<string, Function>> = {
  size: { run: size, takes: 0, meaning: 'number of elements of a list, or of characters of a text' },
  startsWith: {
    run: (text: string, start: string) => text.startsWith(start),
    takes: 1,
    meaning: 'whether a text begins with another',
  },
  endsWith: {
    run: (text: string, end: string) => text.endsWith(end),
    takes: 1,
    meaning: 'whether a text ends with another',
  },
  contains: {
    run: (text: string, part: string) => text.includes(part),
    takes: 1,
    meaning: 'whether a text has another in it',
  },
  lowerAscii: { run: (text: string) => text.toLowerCase(), takes: 0, meaning: 'a text in lower case' },
  upperAscii: { run: (text: string) => text.toUpperCase(), takes: 0, meaning: 'a text in upper case' },
  trim: { run: (text: string) => text.trim(), takes: 0, meaning: 'a text without the space around it' },
  split: {
    run: (text: string, separator: string) => text.split(separator),
    takes: 1,
    meaning: 'the parts of a text between separators',
  },
  join: {
    run: (texts: readonly string[], separator = '') => texts.join(separator),
    takes: 1,
    meaning: 'the texts of a list as one, with a separator between them',
  },
  versionAtLeast: {
    run: versionAtLeast,
    takes: 1,
    meaning:
      'whether a version such as `14.5` is the given one or newer; numbers between dots compare as numbers, missing ones are 0, and what follows the last number is left out',
  },
};
