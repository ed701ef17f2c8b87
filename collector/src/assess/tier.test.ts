import { expect, it } from 'vitest';
import { tierOf } from './tier.ts';

it('a tier starts at its threshold', () => {
  const tiers = { trusted: 80, limited: 50 };
  expect([100, 80, 79, 50, 49, 0].map((score) => tierOf(score, tiers))).toEqual([
    'trusted',
    'trusted',
    'limited',
    'limited',
    'untrusted',
    'untrusted',
  ]);
});
