import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { restrictionOf } from '../enrollment/standing.ts';
import { loadPolicy } from '../policy/load.ts';
import { assess } from './assess.ts';
import { findings } from './explain.ts';
import { at, laptop, NOW } from './testdata/laptops.ts';

const policy = loadPolicy(
  readFileSync(join(import.meta.dirname, '../policy/built-in/baseline.yaml'), 'utf8'),
  'baseline',
);
const context = at(NOW);

const STATES = ['pending', 'quarantined', 'revoked', 'unenrolled'] as const;

it('a restricted device is untrusted whatever it reports, and its points still sum to the score', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STATES),
      fc.string(),
      fc.subarray(Object.keys(laptop())),
      (state, stateReason, left) => {
        const signals = Object.fromEntries(Object.entries(laptop()).filter(([name]) => left.includes(name)));
        const restriction = restrictionOf({ state, stateReason });
        const assessment = assess(policy, signals, { ...context, restriction });
        const sum = assessment.checks.reduce((total, { points }) => total + points, 0);
        expect(assessment).toMatchObject({
          tier: 'untrusted',
          compliant: false,
          cap: { check: 'enrollment' },
        });
        expect(sum + (assessment.cap?.points ?? 0)).toBe(assessment.score);
        expect(findings(assessment)[0]).toMatchObject({ check: 'enrollment', explain: restriction?.explain });
      },
    ),
    { numRuns: 200 },
  );
});

it('an active device is judged as if there were no restrictions', () => {
  const restriction = restrictionOf({ state: 'active', stateReason: '' });
  const assessment = assess(policy, laptop(), { ...context, restriction });
  expect(assessment).toEqual(assess(policy, laptop(), context));
  expect(assessment.tier).toBe('trusted');
});
