import { describe, expect, test } from 'vitest';
import { assessment, check, failing } from './testdata/assessment.ts';
import {
  count,
  kindWords,
  percent,
  scoreLine,
  sentence,
  shortTime,
  signed,
  unjudgedWords,
  verdictLine,
} from './words.ts';

describe('the verdict in words', () => {
  test('says the tier and since when', () => {
    const at = new Date(2026, 10, 22, 9, 14).getTime();
    const now = new Date(2026, 10, 22, 12, 0).getTime();
    const judged = { ...assessment([failing('disk', 100, true)]), tierSince: at };
    expect(verdictLine(judged, now)).toBe('Untrusted since 09:14 today');
  });

  test('says how far the next tier is', () => {
    expect(scoreLine(assessment([failing('disk', 100, true)]))).toBe('Score 0; limited starts at 50');
    expect(scoreLine(assessment([failing('a', 40), check({ check: 'b', worth: 60, points: 60 })]))).toBe(
      'Score 60; trusted starts at 80',
    );
  });

  test('asks for the first report where one can still come, and of no device that is gone', () => {
    for (const state of ['active', 'pending', 'quarantined'] as const)
      expect(unjudgedWords(state)).toContain('Start its agent');
    for (const state of ['revoked', 'unenrolled'] as const)
      expect(unjudgedWords(state)).toBe('No report of it ever arrived, and none is taken in any more.');
  });

  test('says only the score when the thresholds are not known', () => {
    const { tiers: _, ...judged } = assessment([check({ check: 'a', worth: 100, points: 100 })]);
    expect(scoreLine(judged)).toBe('Score 100');
  });
});

describe('small words', () => {
  test('counts agree with their noun', () => {
    expect([0, 1, 2].map((n) => count(n, 'check'))).toEqual(['no checks', '1 check', '2 checks']);
    expect(count(2, 'delivery', 'deliveries')).toBe('2 deliveries');
  });

  test('signs are real signs', () => {
    expect([30, 0, -21].map(signed)).toEqual(['+30', '0', '−21']);
  });

  test('a log message becomes a sentence once', () => {
    expect(sentence('the port is taken')).toBe('The port is taken.');
    expect(sentence('Is it running?')).toBe('Is it running?');
  });

  test('an unknown kind of target keeps its own name', () => {
    expect([kindWords('ssf'), kindWords('pagerduty')]).toEqual(['SSF push stream', 'pagerduty']);
  });
});

test.each([
  [1, '100 %'],
  [0.999, '99.9 %'],
  [0.99999, '99.99 %'],
  [0, '0 %'],
])('a share of %f is %s: what is not whole is never shown as if it were', (share, words) => {
  expect(percent(share)).toBe(words);
});

test.each([
  [0.3, '1 ms'],
  [34.4, '34 ms'],
  [1234, '1.2 s'],
])('%f ms are %s', (ms, words) => {
  expect(shortTime(ms)).toBe(words);
});
