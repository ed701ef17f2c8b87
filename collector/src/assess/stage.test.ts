import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStaging } from '../policy/rules/staging.ts';
import { shareOf, stageOf } from './stage.ts';

const DEVICES = Array.from(
  { length: 20_000 },
  (_, i) => `0193b3a0-5e00-7000-8000-${String(i).padStart(12, '0')}`,
);

const stageFor = (stage: Parameters<typeof toStaging>[0], deviceId: string, groups: string[] = []) =>
  stageOf({ id: 'disk', staging: toStaging(stage) }, { deviceId, groups });

describe('a stage', () => {
  it('reaches everybody when it is one word', () => {
    expect(DEVICES.slice(0, 100).every((id) => stageFor('warn', id) === 'warn')).toBe(true);
  });

  it('goes as far as any reach takes it, by group or by share', () => {
    const stage = { enforce: { groups: ['pilot'] }, warn: { groups: ['it'] } };
    expect(stageFor(stage, 'a', ['it', 'pilot'])).toBe('enforce');
    expect(stageFor(stage, 'a', ['it'])).toBe('warn');
    expect(stageFor(stage, 'a', ['sales'])).toBe('observe');
    expect(stageFor({ ...stage, otherwise: 'warn' }, 'a', ['sales'])).toBe('warn');
    expect(stageFor({ enforce: { percent: 100 } }, 'a')).toBe('enforce');
    expect(stageFor({ enforce: { percent: 0 } }, 'a')).toBe('observe');
  });
});

describe('a share of the devices', () => {
  it('is about as large as it says', () => {
    for (const percent of [1, 10, 50, 90]) {
      const reached = DEVICES.filter((id) => stageFor({ enforce: { percent } }, id) === 'enforce').length;
      expect(Math.abs(reached / DEVICES.length - percent / 100)).toBeLessThan(0.01);
    }
  });

  it('keeps those it has when it grows', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(100), fc.nat(100), (id, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        if (stageFor({ enforce: { percent: less } }, id) === 'enforce') {
          expect(stageFor({ enforce: { percent: more } }, id)).toBe('enforce');
        }
      }),
    );
  });

  it('is another one for another check', () => {
    const first = (check: string) => new Set(DEVICES.filter((id) => shareOf(id, check) < 1000));
    const both = first('disk').intersection(first('edr'));
    expect(both.size).toBeLessThan(first('disk').size / 5);
  });

  it('is the same in every version: these devices were promised theirs', () => {
    expect([shareOf('a', 'disk'), shareOf('b', 'disk'), shareOf('a', 'edr'), shareOf('é', '')]).toEqual([
      6024, 1234, 7048, 5692,
    ]);
  });
});
