import { describe, expect, it } from 'vitest';
import { builtInOsEol } from './os-eol.ts';
import { supportDataAge } from './support-data-age.ts';

const age = (now: string) => supportDataAge({ snapshot: '2026-08-22' }, Date.parse(now));

describe('the age of the support data', () => {
  it('is told in whole days', () => {
    expect(age('2026-08-22T23:59:59Z')).toEqual({ as_of: '2026-08-22', age_days: 0, old: false });
    expect(age('2026-11-25T12:00:00Z')).toEqual({ as_of: '2026-08-22', age_days: 95, old: false });
  });

  it('is old after half a year', () => {
    expect(age('2027-02-18T00:00:00Z')).toMatchObject({ age_days: 180, old: false });
    expect(age('2027-02-19T00:00:00Z')).toMatchObject({ age_days: 181, old: true });
  });

  it('is never negative, and the data that ships has a date', () => {
    expect(age('2026-01-01T00:00:00Z')).toMatchObject({ age_days: 0, old: false });
    expect(builtInOsEol.snapshot).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
