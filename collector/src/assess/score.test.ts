import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import type { Effect } from './outcome.ts';
import { shareOut, toScore } from './score.ts';

const policyOf = (weights: readonly number[]) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: 'p', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks: weights.map((weight, i) => ({
        ...{ id: `c${i}`, title: 'T', explain: 'E.', weight, pass: 'firewall.enabled' },
      })),
    }),
    'p.yaml',
  );

const anyEffects = (length: number) =>
  fc.array(fc.constantFrom<Effect>('given', 'withheld', 'ignored'), { minLength: length, maxLength: length });

describe('the score of a policy that judges one device after the other', () => {
  // Up to 53 checks, which of them count is remembered with their shares; 54 are more than a number has bits for.
  it.each([1, 2, 30, 53, 54, 120])('is that of the checks that count, of %i checks', (length) => {
    const policy = policyOf(Array.from({ length }, (_, i) => ((i * 7) % 13) + 1));
    fc.assert(
      fc.property(fc.array(anyEffects(length), { minLength: 2, maxLength: 20 }), (devices) => {
        for (const effects of devices) {
          const worth = shareOut(
            policy.checks.map(({ weight }, i) => (effects[i] === 'ignored' ? 0 : weight)),
          );
          const given = worth.filter((_, i) => effects[i] === 'given');
          const score = toScore(
            policy,
            effects.map((effect) => ({ effect })),
          );
          expect(score).toEqual({ worth, score: given.reduce((sum, share) => sum + share, 0), cap: null });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same when more combinations have come by than are remembered', () => {
    const policy = policyOf(Array.from({ length: 12 }, (_, i) => i + 1));
    const effectsOf = (n: number) =>
      policy.checks.map((_, i) => ({ effect: ((n >> i) & 1 ? 'given' : 'ignored') as Effect }));
    const first = toScore(policy, effectsOf(5));
    for (let n = 0; n < 4096; n++) toScore(policy, effectsOf(n));
    expect(toScore(policy, effectsOf(5))).toEqual(first);
  });
});
