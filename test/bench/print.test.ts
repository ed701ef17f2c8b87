import { expect, it } from 'vitest';
import { type BenchResult, machineFacts, roundsFigure, toFigure } from './harness.ts';
import { formatComparison, formatNumber, formatResult, toRun } from './print.ts';

const result = (...figures: BenchResult['figures']): BenchResult => ({
  scenario: 'latency',
  startedAt: '2026-01-05T10:00:00.000Z',
  machine: machineFacts(),
  figures,
});

it('prints each figure with its limit and how far it is from it', () => {
  const table = formatResult(result(toFigure('agents', 1, ''), toFigure('sent_p95_ms', 30.04, 'ms', 2)));
  expect(table).toMatch(/^ {2}sent_p95_ms +30\.0 +ms +2 +15\.0$/m);
  expect(table).toMatch(/^ {2}agents +1$/m);
});

it('puts two runs side by side, also where only one has a figure', () => {
  const a = toRun(result(toFigure('p50_ms', 50, 'ms', 25), toFigure('old_ms', 3, 'ms')));
  const b = toRun(result(toFigure('p50_ms', 40, 'ms', 25), toFigure('new_ms', 4, 'ms')));
  const table = formatComparison(a, b);
  expect(table).toMatch(/^ {2}p50_ms +50 +40 +ms +-20 % +2 +1\.60$/m);
  expect(table).toMatch(/^ {2}old_ms +3 +ms$/m);
  expect(table).toMatch(/^ {2}new_ms +4 +ms$/m);
});

it('says when two runs differ by no more than rounds of one run do', () => {
  const a = toRun(
    result(roundsFigure('calm', [99, 100, 101], ''), roundsFigure('noisy', [60, 100, 140], '')),
  );
  const b = toRun(
    result(roundsFigure('calm', [119, 120, 121], ''), roundsFigure('noisy', [100, 120, 140], '')),
  );
  const table = formatComparison(a, b);
  expect(table).toMatch(/^ {2}calm +100 +120 +\+20 % +±2 %$/m);
  expect(table).toMatch(/^ {2}noisy +100 +120 +~ \+20 % +±57 %$/m);
});

it.each([
  [0.12345, '0.123'],
  [12.345, '12.3'],
  [1234.5, '1235'],
  [7, '7'],
  [null, ''],
])('shows %s as "%s"', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
