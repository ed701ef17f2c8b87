import { describe, expect, it } from 'vitest';
import { DAY_MS, sumCoverage, type VerdictRow } from './coverage.ts';

const START = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const span = { since: START, until: START + 2 * DAY_MS + HOUR };
const row = (device: string, at: number, tier: VerdictRow['tier'], ...failing: string[]): VerdictRow => ({
  ...{ device, at, tier, failing },
});
const sum = (...rows: VerdictRow[]) => sumCoverage(rows, span);

describe('coverage', () => {
  it('counts each device at the end of each day by the verdict that held then', () => {
    const { days } = sum(
      row('a', START - HOUR, 'trusted'),
      row('a', START + DAY_MS + HOUR, 'untrusted', 'disk'),
      row('b', START + DAY_MS + HOUR, 'limited', 'firewall'),
    );
    expect(days.map(({ tiers }) => tiers)).toEqual([
      { trusted: 1, limited: 0, untrusted: 0 },
      { trusted: 0, limited: 1, untrusted: 1 },
      { trusted: 0, limited: 1, untrusted: 1 },
    ]);
    expect(days.map(({ failing }) => failing)).toEqual([
      {},
      { disk: 1, firewall: 1 },
      { disk: 1, firewall: 1 },
    ]);
    expect(days.map(({ at }) => at)).toEqual([START + DAY_MS, START + 2 * DAY_MS, span.until]);
  });

  it('measures from the first failing to the first passing, over verdicts that moved for other reasons', () => {
    const { mending } = sum(
      row('a', START, 'untrusted', 'disk'),
      row('a', START + HOUR, 'untrusted', 'disk', 'firewall'),
      row('a', START + 4 * HOUR, 'limited', 'firewall'),
      row('b', START, 'untrusted', 'disk'),
      row('b', START + 2 * HOUR, 'trusted'),
    );
    expect(mending).toEqual([
      { check: 'firewall', mended: 0, meanMs: null, open: 1, oldestSince: START + HOUR },
      { check: 'disk', mended: 2, meanMs: 3 * HOUR, open: 0, oldestSince: null },
    ]);
  });

  it('of no history is nothing on every day', () => {
    expect(sum()).toMatchObject({ days: [{ failing: {} }, { failing: {} }, { failing: {} }], mending: [] });
  });
});
