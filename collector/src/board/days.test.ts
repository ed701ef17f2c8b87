import { describe, expect, it } from 'vitest';
import type { CoverageEvents, CoverageHour } from '../store/coverage.ts';
import { toCsv } from './csv.ts';
import { toDays, toMending } from './days.ts';
import { DAY_MS, emptyLook, HOUR_MS } from './look.ts';

const START = Date.UTC(2026, 0, 5);
const span = { since: START, until: START + 2 * DAY_MS + HOUR_MS };
const hour = (at: number, judged: number, fresh: number): CoverageHour => ({
  ...{ hour: at, at: at + 60_000 },
  look: { ...emptyLook(), enrolled: judged, reporting: fresh, judged, fresh },
});
const events = (at: number, fields: Partial<CoverageEvents>): CoverageEvents => ({
  ...{ hour: at, told: 0, toldFresh: 0, mended: {}, ...fields },
});

describe('the days of a fleet', () => {
  it('end as the last look of each found it, and say in how many hours somebody looked', () => {
    const days = toDays([hour(START + 5 * HOUR_MS, 4, 4), hour(START, 2, 1)], [], span);
    expect(days.map(({ hours }) => hours)).toEqual([2, 0, 0]);
    expect(days[0]?.look).toMatchObject({ enrolled: 4, reporting: 4 });
    expect(days.map(({ at }) => at)).toEqual([START + DAY_MS, START + 2 * DAY_MS, span.until]);
  });

  it('on which nobody looked are not days on which nothing was wrong', () => {
    const [, off] = toDays([hour(START, 2, 1)], [], span);
    expect(off).toMatchObject({ hours: 0, look: null, inForce: { verdicts: 0, fresh: 0 } });
  });

  it('count each verdict in force once an hour, and those on fresh evidence', () => {
    const [day] = toDays([hour(START, 10, 10), hour(START + HOUR_MS, 10, 5)], [], span);
    expect(day?.inForce).toEqual({ verdicts: 20, fresh: 15 });
  });

  it('add up what was told and on what evidence, also in hours without a look', () => {
    const told = [
      events(START, { told: 3, toldFresh: 2 }),
      events(START + HOUR_MS, { told: 1, toldFresh: 1 }),
    ];
    expect(toDays([], told, span)[0]?.told).toEqual({ verdicts: 4, fresh: 3 });
  });

  it('leave out what is not of their time', () => {
    const before = hour(START - HOUR_MS, 9, 9);
    const after = hour(span.until + DAY_MS, 9, 9);
    expect(toDays([before, after], [], span).every(({ look }) => look === null)).toBe(true);
  });

  it('are a table with an empty cell where nobody looked', () => {
    const first = hour(START, 2, 1);
    first.look.checks.disk = { pass: 1, fail: 1, unknown: 0, exempt: 0, oldestSince: 7 };
    const [head, one, two] = toCsv(toDays([first], [], span)).split('\r\n');
    expect(head).toBe(
      'day,hours_looked,enrolled,reporting,judged,trusted,limited,untrusted,in_force,in_force_fresh,told,told_fresh,disk:pass,disk:fail,disk:unknown,disk:exempt',
    );
    expect(one).toBe('2026-01-05,1,2,1,2,0,0,0,2,1,0,0,1,1,0,0');
    expect(two).toBe('2026-01-06,0,,,,,,,0,0,0,0,,,,');
  });
});

it('time to mend is the mean over all hours, and what fails now comes first', () => {
  const now = emptyLook();
  now.checks.firewall = { pass: 0, fail: 3, unknown: 0, exempt: 0, oldestSince: START };
  const mending = toMending(
    [
      events(START, { mended: { disk: { count: 1, sumMs: HOUR_MS } } }),
      events(START + HOUR_MS, { mended: { disk: { count: 3, sumMs: 7 * HOUR_MS } } }),
    ],
    now,
  );
  expect(mending).toEqual([
    { check: 'firewall', mended: 0, meanMs: null, open: 3, oldestSince: START },
    { check: 'disk', mended: 4, meanMs: 2 * HOUR_MS, open: 0, oldestSince: null },
  ]);
});
