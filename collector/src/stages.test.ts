import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStages, STAGE_BUCKETS_S } from './stages.ts';

describe('stages', () => {
  it('count every observation once, in the bucket that it fits into', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 60_000, noNaN: true })), (all) => {
        const stages = createStages();
        for (const ms of all) stages.observe('verify', ms);
        const { count, sumS, buckets } = stages.times('verify');
        expect(count).toBe(all.length);
        expect(sumS).toBeCloseTo(all.reduce((a, b) => a + b, 0) / 1000);
        STAGE_BUCKETS_S.forEach((bound, i) => {
          const below = all.filter((ms) => ms <= bound * 1000).length;
          expect(buckets.slice(0, i + 1).reduce((a, b) => a + b, 0)).toBe(below);
        });
      }),
    );
  });

  it('measure steps, and give out what they give', () => {
    let now = 0;
    const stages = createStages(() => now);
    const step = () => {
      now += 3;
      return 'done';
    };
    expect(stages.time('decode', step)).toBe('done');
    stages.observe('commit', 40);
    expect(stages.times('decode')).toMatchObject({ count: 1, sumS: 0.003 });
    expect(stages.times('commit')).toMatchObject({ count: 1, sumS: 0.04 });
  });

  it('do not count what fails', () => {
    const stages = createStages();
    expect(() => stages.time('verify', () => JSON.parse('{'))).toThrow();
    expect(stages.times('verify').count).toBe(0);
  });
});
