import { expect, it } from 'vitest';
import { slopeOf } from './slope.ts';

it('is that of the line, and of noise around it', () => {
  expect(slopeOf([3, 5, 7, 9])).toBe(2);
  expect(slopeOf([4, 4, 4])).toBe(0);
  expect(slopeOf([0, 2, 1, 3, 2, 4])).toBeCloseTo(22 / 35);
});

it('needs two values', () => {
  expect(() => slopeOf([1])).toThrow(RangeError);
});
