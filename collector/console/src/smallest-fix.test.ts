import { describe, expect, test } from 'vitest';
import { smallestFix } from './smallest-fix.ts';
import { assessment, check, failing } from './testdata/assessment.ts';

const namesOf = (fix: ReturnType<typeof smallestFix>) => fix?.checks.map((each) => each.check);

describe('the smallest fix', () => {
  test('is the required check while it caps the score, though another costs more', () => {
    const judged = assessment([
      failing('firewall', 25),
      failing('disk', 15, true),
      check({ check: 'os', worth: 60, points: 60 }),
    ]);
    const fix = smallestFix(judged);
    expect(namesOf(fix)).toEqual(['disk']);
    expect(fix).toMatchObject({ score: 75, gain: 26, tier: 'limited' });
  });

  test('names every required check that fails, because each alone keeps the cap', () => {
    const judged = assessment([
      failing('disk', 20, true),
      failing('edr', 20, true),
      check({ check: 'os', worth: 60, points: 60 }),
    ]);
    const fix = smallestFix(judged);
    expect(namesOf(fix)).toEqual(['disk', 'edr']);
    expect(fix).toMatchObject({ score: 100, tier: 'trusted' });
  });

  test('is the one dearest check that reaches the next tier', () => {
    const judged = assessment([
      failing('cheap', 10),
      failing('dear', 20),
      check({ check: 'os', worth: 70, points: 70 }),
    ]);
    expect(namesOf(smallestFix(judged))).toEqual(['dear']);
  });

  test('does not exist when the tier cannot get better', () => {
    const judged = assessment([failing('cheap', 10), check({ check: 'os', worth: 90, points: 90 })]);
    expect(smallestFix(judged)).toBeNull();
  });

  test('promises points but no tier when the thresholds are not known', () => {
    const { tiers: _, ...judged } = assessment([
      failing('dear', 40),
      check({ check: 'os', worth: 60, points: 60 }),
    ]);
    expect(smallestFix(judged)).toMatchObject({ score: 100, gain: 40, tier: null });
  });
});
