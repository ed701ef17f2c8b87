import type { Assessment } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, isRestated } from './carry-over.ts';

const result = fc.record({
  check: fc.constantFrom('disk', 'edr', 'os'),
  title: fc.constantFrom('A', 'B'),
  outcome: fc.constantFrom('pass', 'fail', 'unknown', 'not_applicable'),
  required: fc.boolean(),
  worth: fc.nat(3),
  points: fc.nat(3),
  signals: fc.array(fc.constantFrom('os', 'edr'), { maxLength: 2 }),
  explain: fc.constantFrom('', 'it is off'),
  remedy: fc.constant(''),
  since: fc.nat(2),
}) as fc.Arbitrary<Assessment['checks'][number]>;

const assessment: fc.Arbitrary<Assessment> = fc.record({
  policy: fc.record({ name: fc.constant('baseline'), hash: fc.constantFrom('sha256:00', 'sha256:01') }),
  assessedAt: fc.nat(),
  score: fc.nat(2),
  tier: fc.constantFrom('trusted', 'limited', 'untrusted'),
  compliant: fc.boolean(),
  tierSince: fc.nat(1),
  validUntil: fc.nat(),
  nextLookAt: fc.option(fc.nat()),
  checks: fc.array(result, { maxLength: 3 }),
  cap: fc.option(fc.record({ check: fc.constant('disk'), limit: fc.nat(1), points: fc.constant(0) })),
}) as fc.Arbitrary<Assessment>;

const timeless = ({ assessedAt: _, validUntil: __, nextLookAt: ___, ...said }: Assessment) =>
  JSON.stringify(said);
describe('an assessment that follows another', () => {
  it('says the same after what is unchanged was carried over', () => {
    fc.assert(
      fc.property(assessment, assessment, (a, b) => {
        expect(carryOver(a, b)).toEqual(b);
      }),
    );
  });

  it('shares every result that says the same', () => {
    fc.assert(
      fc.property(assessment, (a) => {
        const again = carryOver(a, structuredClone({ ...a, assessedAt: a.assessedAt + 1 }));
        expect(again.checks).toBe(a.checks);
        expect(isRestated(a, again)).toBe(true);
      }),
    );
  });

  it('is restated exactly when nothing but its times differs', () => {
    fc.assert(
      fc.property(assessment, assessment, (a, b) => {
        expect(isRestated(a, carryOver(a, b))).toBe(timeless(a) === timeless(b));
      }),
    );
  });

  it('is new when it is the first', () => {
    fc.assert(
      fc.property(assessment, (a) => {
        expect(isRestated(null, carryOver(null, a))).toBe(false);
      }),
    );
  });
});
