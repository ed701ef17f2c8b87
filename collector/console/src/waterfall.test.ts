import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, check, failing } from './testdata/assessment.ts';
import { toWaterfall } from './waterfall.ts';

const anyChecks = fc
  .array(
    fc.record({ worth: fc.nat(100), passes: fc.boolean(), required: fc.boolean(), applies: fc.boolean() }),
    { maxLength: 12 },
  )
  .map((facts) =>
    facts.map(({ worth, passes, required, applies }, i) =>
      applies
        ? check({
            check: `c${i}`,
            outcome: passes ? 'pass' : 'fail',
            required,
            worth,
            points: passes ? worth : 0,
          })
        : check({ check: `c${i}`, outcome: 'not_applicable', worth: 0, points: 0 }),
    ),
  );

describe('the waterfall', () => {
  test('adds up: gains climb from zero to the sum, losses come down to it, the cap leads to the score', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        const judged = assessment(checks);
        const { rows, sum, full, cap } = toWaterfall(judged);
        let climbed = 0;
        let descended = full;
        for (const { earned, lost } of rows) {
          expect(earned.from).toBe(climbed);
          expect(lost.to).toBe(descended);
          climbed = earned.to;
          descended = lost.from;
        }
        expect(climbed).toBe(sum);
        expect(descended).toBe(sum);
        expect(sum + (cap?.points ?? 0)).toBe(judged.score);
        if (cap) expect([cap.from, cap.to]).toEqual([judged.score, sum]);
      }),
    );
  });

  test('puts what costs most first and keeps what does not apply apart', () => {
    const { rows, notApplicable } = toWaterfall(
      assessment([
        check({ check: 'passes' }),
        failing('cheap', 10),
        check({ check: 'not-here', outcome: 'not_applicable', worth: 0, points: 0 }),
        failing('dear', 50),
      ]),
    );
    expect(rows.map((row) => row.check.check)).toEqual(['dear', 'cheap', 'passes']);
    expect(notApplicable.map((each) => each.check)).toEqual(['not-here']);
  });
});
