import { expect, it } from 'vitest';
import { isYounger } from './age.ts';

it('is young until its time has passed', () => {
  expect([0, 9, 10, 11].map((age) => isYounger(1000, 1000 + age, 10))).toEqual([true, true, false, false]);
});

it('is not young when the clock was set back: nobody knows how old it is', () => {
  expect(isYounger(1000, 999, 10)).toBe(false);
});
