import { AssayError } from '@assay/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseAfter } from './agent.ts';

const ending = (retryAfterMs: number, retry = true) => ({
  error: new AssayError('draining', 'back soon'),
  retry,
  retryAfterMs,
});
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('comes back after a random part of an ever longer time, at most a minute', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), unit, (failures, random) => {
      const wait = pauseAfter(null, failures, random);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(60_000, 1000 * 2 ** failures));
    }),
  );
  expect(pauseAfter(null, 3, 0)).toBe(0);
  expect(pauseAfter(null, 3, 0.5)).toBe(4000);
});

it('never comes back sooner than it was asked to', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.nat({ max: 20 }), unit, (retryAfterMs, failures, random) => {
      expect(pauseAfter(ending(retryAfterMs), failures, random)).toBeGreaterThanOrEqual(retryAfterMs);
    }),
  );
});

it('stays away for long where coming back unchanged can not help', () => {
  expect(pauseAfter(ending(0, false), 0, 0)).toBe(600_000);
});
