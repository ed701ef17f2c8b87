import type { Assessment } from '@assay/shared';

const TIMES: ReadonlySet<string> = new Set<keyof Assessment>(['assessedAt', 'validUntil', 'nextLookAt']);

/**
 * Pure. The assessment with every check's result of the one before that says the same. Most reports repeat what was
 * said, and what is the same object takes no second place in memory and no second look.
 */
export function carryOver(previous: Assessment | null, next: Assessment): Assessment {
  if (!previous) return next;
  const checks = next.checks.map((result, i) => shared(previous.checks[i], result));
  const isAll = checks.every((result, i) => result === previous.checks[i]);
  return { ...next, checks: isAll && checks.length === previous.checks.length ? previous.checks : checks };
}

/** Pure. Whether an assessment differs from the one before only in its times. */
export function isRestated(previous: Assessment | null, current: Assessment): boolean {
  if (!previous) return false;
  const parts = new Set([...Object.keys(previous), ...Object.keys(current)]) as Set<keyof Assessment>;
  return [...parts].every((part) => TIMES.has(part) || isSame(previous[part], current[part]));
}

const shared = <T>(before: T | undefined, now: T): T =>
  before !== undefined && isSame(before, now) ? before : now;

/** Of plain values: texts, numbers, booleans, null, lists and records of them. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
  let surplus = 0;
  // No lists of keys: this runs over everything that a report says and that is said of it.
  for (const key in a) {
    if (!isSame(a[key as never], b[key as never])) return false;
    surplus++;
  }
  for (const _ in b) surplus--;
  return surplus === 0;
}

const sameList = (a: unknown[], b: unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => isSame(item, b[i]));
