import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../faults/random.ts';
import { quantile, quantileRatioWithin } from './percentiles.ts';

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

const seeded = (seed = 1) => ({ block: 10, random: createRandom(seed) });

it('bounds a ratio of quantiles by how much the samples scatter', () => {
  const random = createRandom(7);
  const calm = Array.from({ length: 3000 }, () => 1 + random());
  const doubled = calm.map((value) => value * 2);
  const [low, high] = quantileRatioWithin(doubled, calm, 0.99, seeded());
  expect(low).toBeLessThanOrEqual(2);
  expect(high).toBeGreaterThanOrEqual(2);
  expect(high - low).toBeLessThan(0.1);
});

it('knows that what comes in one burst is one event, not many', () => {
  const even = Array.from({ length: 1000 }, (_, i) => (i % 50 === 0 ? 10 : 1));
  const burst = Array.from({ length: 1000 }, (_, i) => (i < 20 ? 10 : 1));
  const width = (samples: number[]) => {
    const [low, high] = quantileRatioWithin(samples, even, 0.99, seeded());
    return high - low;
  };
  expect(width(even)).toBe(0);
  expect(width(burst)).toBeGreaterThan(0.5);
});
