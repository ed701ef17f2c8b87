import type { PlistDict, PlistValue } from './plist.ts';

/** The value as a dictionary; an empty one for anything else, so that every field in it is missing. */
export const asDict = (value: PlistValue | undefined): PlistDict =>
  value instanceof Map ? value : new Map<string, PlistValue>();

/** The value's items; none for anything but an array. */
export const asList = (value: PlistValue | undefined): readonly PlistValue[] =>
  Array.isArray(value) ? value : [];

/** A text that is not empty. */
export const textAt = (dict: PlistDict, key: string): string | undefined => {
  const value = dict.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A yes or no; preferences were also seen to spell it 1 and 0. */
export const flagAt = (dict: PlistDict, key: string): boolean | undefined => {
  const value = dict.get(key);
  if (typeof value === 'boolean') return value;
  return value === 1 ? true : value === 0 ? false : undefined;
};

/** Milliseconds since 1970. */
export const dateAt = (dict: PlistDict, key: string): number | undefined => {
  const value = dict.get(key);
  return typeof value === 'object' && 'dateMs' in value ? value.dateMs : undefined;
};
