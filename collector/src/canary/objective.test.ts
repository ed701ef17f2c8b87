import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OBJECTIVE, shareOf } from './objective.ts';

it('has no share and no budget of nothing', () => {
  expect(shareOf('1h', { probes: 0, good: 0, failed: 0 })).toMatchObject({ share: null, budgetLeft: null });
});

it('has the whole budget while all are good, none when as many are bad as may be, and less after that', () => {
  const budget = (bad: number) =>
    shareOf('30d', { probes: 10_000, good: 10_000 - bad, failed: bad }).budgetLeft ?? Number.NaN;
  expect(budget(0)).toBe(1);
  expect(budget(5)).toBeCloseTo(0.5);
  expect(budget(10)).toBeCloseTo(0);
  expect(budget(30)).toBeCloseTo(-2);
});

it('has budget left exactly while the promised share is kept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat(), (probes, n) => {
      const { share, budgetLeft } = shareOf('30d', { probes, good: n % (probes + 1), failed: 0 });
      // A hair's breadth around the promise is the arithmetic's own.
      if (Math.abs((share ?? 0) - OBJECTIVE.share) < 1e-9) return;
      expect((budgetLeft ?? 0) > 0).toBe((share ?? 0) > OBJECTIVE.share);
    }),
  );
});
