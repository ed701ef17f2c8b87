import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantile } from './percentiles.ts';

it('is the smallest measured value that so many are not above', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.95, 0.99, 1].map((q) => quantile(hundred, q))).toEqual([50, 95, 99, 100]);
  expect(quantile([7], 0.99)).toBe(7);
});

it('covers its part of any samples with a value that is one of them', () => {
  const samples = fc.array(fc.double({ noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (samples, q) => {
      const value = quantile(samples, q);
      expect(samples).toContain(value);
      expect(samples.filter((sample) => sample <= value).length).toBeGreaterThanOrEqual(q * samples.length);
    }),
  );
});

it('has no answer without samples', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});
