import { SetError } from './set-error.ts';

export type Members = Readonly<Record<string, unknown>>;

const refuse = (path: string, expected: string, got: unknown): never => {
  throw new SetError(
    'invalid_request',
    `${path}: expected ${expected}, got ${JSON.stringify(got) ?? 'nothing'}`,
  );
};

/** @throws SetError unless `value` is a JSON object. */
export function toMembers(value: unknown, path: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(path, 'an object', value);
  }
  return value as Members;
}

/** @throws SetError unless `value` is a text with something in it. */
export function toText(value: unknown, path: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : refuse(path, 'a non-empty string', value);
}

/** @throws SetError unless `value` is one of `allowed`. */
export function toOneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  return allowed.find((word) => word === value) ?? refuse(path, `one of ${allowed.join(', ')}`, value);
}

/** JSON seconds to milliseconds. @throws SetError unless `value` is a time since 1970 not after `latestMs`. */
export function toTimeMs(value: unknown, latestMs: number, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    return refuse(path, 'seconds since 1970', value);
  }
  if (value * 1000 > latestMs) return refuse(path, 'a time that is not in the future', value);
  return value * 1000;
}
