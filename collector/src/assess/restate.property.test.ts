import type { Assessment, Signals } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { type AssessContext, assess } from './assess.ts';
import { carryOver } from './carry-over.ts';
import { observedIn } from './evidence.ts';
import type { Memo } from './memo.ts';
import { restate } from './restate.ts';
import { anyPolicy } from './testdata/any-policy.ts';
import { anyContext, anySignals } from './testdata/arbitraries.ts';
import { at, laptop, NOW } from './testdata/laptops.ts';

const HOUR = 3_600_000;

/** The same signals observed at another time, as a report tells that repeats them. */
const observedAnew = (signals: Signals, at: number, spread: number): Signals =>
  Object.fromEntries(
    Object.entries(signals).map(([name, signal], i) => [name, { ...signal, observedAt: at - i * spread }]),
  ) as Signals;

const anyStep = fc.record({
  passed: fc.oneof(
    { weight: 3, arbitrary: fc.nat(60_000) },
    fc.nat(8 * HOUR),
    fc.nat(400 * 24 * HOUR),
    fc.integer({ min: -HOUR, max: 0 }),
  ),
  spread: fc.oneof(fc.nat(1000), fc.nat(2 * HOUR)),
  clockSkew: fc.integer({ min: -HOUR, max: HOUR }),
  other: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, anyContext),
});

describe('an assessment restated', () => {
  it('is the one that judging everything again gives', () => {
    let restated = 0;
    fc.assert(
      fc.property(
        anyPolicy,
        anySignals,
        anyContext,
        fc.boolean(),
        fc.array(anyStep, { maxLength: 5 }),
        (policy, first, drawn, isPlain, steps) => {
          const plain = isPlain
            ? { exemptions: [], breakGlass: null, otherSources: [], evidenceAt: drawn.now }
            : {};
          let context: AssessContext = { ...drawn, ...plain };
          const memo: Memo = { judged: null };
          let signals = observedAnew(first, drawn.now - drawn.clockSkew, 1000);
          let previous: Assessment = assess(policy, signals, { ...context, memo });
          for (const { passed, spread, clockSkew, other } of steps) {
            const now = context.now + passed;
            signals = observedAnew(signals, now - clockSkew, spread);
            const also = other ? { exemptions: other.exemptions, breakGlass: other.breakGlass } : {};
            context = { ...drawn, ...plain, ...also, now, evidenceAt: now, clockSkew, previous };
            const said =
              memo.lasting && restate(policy, observedIn(signals), previous, memo.lasting, context);
            const judged = carryOver(previous, assess(policy, signals, context));
            if (said) {
              expect(said).toEqual(judged);
              restated += 1;
            } else assess(policy, signals, { ...context, memo });
            previous = said ?? judged;
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(restated).toBeGreaterThan(200);
  });

  it('is not made where a check has a deadline that has come', () => {
    const policy = loadPolicy(
      JSON.stringify({
        ...{ policy: 'p', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
        checks: [{ id: 'c', title: 'T', explain: 'E.', weight: 1, pass: '!firewall.enabled', grace: '1h' }],
      }),
      'p.yaml',
    );
    const memo: Memo = { judged: null };
    const first = assess(policy, laptop(), { ...at(NOW), memo });
    if (!memo.lasting) throw new Error('expected it to last');
    const later = (now: number) =>
      restate(
        policy,
        observedIn(laptop()),
        first,
        memo.lasting as never,
        at(now, { groups: memo.lasting?.groups ?? [] }),
      );
    expect(later(NOW + HOUR - 1)).toMatchObject({ assessedAt: NOW + HOUR - 1, checks: first.checks });
    expect(later(NOW + HOUR)).toBeNull();
  });
});
