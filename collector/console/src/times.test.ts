import { describe, expect, test } from 'vitest';
import { duration, relativeTime, sinceWords } from './times.ts';

const now = new Date(2026, 10, 22, 12, 0, 0).getTime();
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

describe('times in words', () => {
  test('a point in time is said by the day it was', () => {
    expect(sinceWords(at(2026, 10, 22, 9, 14), now)).toBe('09:14 today');
    expect(sinceWords(at(2026, 10, 21, 23, 59), now)).toBe('23:59 yesterday');
    expect(sinceWords(at(2026, 10, 3, 9, 14), now)).toBe('09:14 on 3 Nov 2026');
    expect(sinceWords(at(2026, 10, 23, 9, 14), now)).toBe('09:14 tomorrow');
    expect(sinceWords(at(2026, 10, 24, 9, 14), now)).toBe('09:14 on 24 Nov 2026');
  });

  test('a length is said in its largest fitting unit, rounded down', () => {
    expect([0, 59_999, 60_000, 3_599_999, 3_600_000].map(duration)).toEqual([
      '0 s',
      '59 s',
      '1 min',
      '59 min',
      '1 h',
    ]);
    expect(duration(47 * 3_600_000)).toBe('47 h');
    expect(duration(48 * 3_600_000)).toBe('2 days');
  });

  test('a clock slightly behind the collector’s reads as now, not as the future', () => {
    expect(relativeTime(now + 3_000, now)).toBe('just now');
    expect(relativeTime(now - 90_000, now)).toBe('1 min ago');
    expect(relativeTime(now + 7_200_000, now)).toBe('in 2 h');
  });
});
