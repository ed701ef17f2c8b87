import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, compileCondition } from './conditions.ts';
import { anyExpression, anyValues } from './testdata/expressions.ts';
import { evaluateByLibrary } from './testdata/reference.ts';

// ASSAY_PROPERTY_RUNS=1000000 for a long night; a run takes about a millisecond.
const RUNS = Number(process.env.ASSAY_PROPERTY_RUNS ?? 4_000);
const TIMEOUT_MS = 30_000 + RUNS * 20;

/** What may cost too much, or compares with no version, is refused before it ever runs, and not what this is about. */
function compileRunnable(source: string): Condition {
  try {
    return compileCondition(source);
  } catch (error) {
    fc.pre(!/^may take|^expected a version/.test((error as Error).message));
    throw error;
  }
}

describe('a compiled condition', () => {
  it(
    'decides as the CEL library does, for any well-typed expression and any signals',
    () => {
      const seen = { true: 0, false: 0, undecided: 0 };
      fc.assert(
        fc.property(anyExpression, anyValues, (source, values) => {
          const result = compileRunnable(source).evaluate(values);
          const ours = typeof result === 'boolean' ? result : 'undecided';
          seen[`${ours}`]++;
          expect(ours).toBe(evaluateByLibrary(source, values));
        }),
        { numRuns: RUNS },
      );
      // A generator that only makes one kind of result proves nothing about the others.
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS / 20);
    },
    TIMEOUT_MS,
  );
});
