import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-11-22T04:00:00Z');

it.each([
  ['120', 120_000],
  ['0', 0],
  ['Sun, 22 Nov 2026 04:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 03:00:00 GMT', 0],
  ['99999999', 3_600_000],
  ['soon', 0],
  [undefined, 0],
])('Retry-After %s is %i ms', (value, expected) => {
  expect(retryAfterMs(value, NOW)).toBe(expected);
});
