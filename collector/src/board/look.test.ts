import type { CheckResult } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDevice, addLook, DAY_MS, emptyLook, HOUR_MS, type LookedAt } from './look.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const check = (id: string, fields: Partial<CheckResult>): CheckResult => ({
  ...{ check: id, title: id, outcome: 'pass', required: false, worth: 10, points: 10, signals: [] },
  ...{ explain: '', remedy: '', since: NOW, ...fields },
});
const verdict = (...checks: CheckResult[]) => ({ tier: 'trusted' as const, validUntil: NOW + 1, checks });
type Given = Partial<LookedAt> & Pick<LookedAt, 'lastReportAt' | 'verdict'>;
const looked = (...devices: Given[]) => {
  const look = emptyLook();
  for (const device of devices) addDevice(look, { agentVersion: '1.0.0', ...device }, NOW);
  return look;
};

describe('a look at the fleet', () => {
  it('counts who is enrolled, reports, is judged, and on fresh evidence', () => {
    const look = looked(
      { lastReportAt: NOW - HOUR_MS, verdict: verdict() },
      { lastReportAt: NOW - 2 * DAY_MS, verdict: { ...verdict(), tier: 'untrusted', validUntil: NOW } },
      { lastReportAt: null, verdict: null },
    );
    expect(look).toMatchObject({ enrolled: 3, reporting: 1, judged: 2, fresh: 1 });
    expect(look.tiers).toEqual({ trusted: 1, limited: 0, untrusted: 1 });
    expect(look.ages).toEqual({ '1h': 1, '4h': 0, '24h': 0, '7d': 1, older: 0 });
  });

  it('counts what each check makes of devices, and since when the oldest fails', () => {
    const exempt = { kind: 'exempt', until: NOW, id: 'x', by: 'ada', reason: 'why' } as const;
    const failing = (since: number) => ({ since, enforcedFrom: null });
    const { checks } = looked(
      { lastReportAt: NOW, verdict: verdict(check('disk', { outcome: 'fail', failing: failing(5000) })) },
      { lastReportAt: NOW, verdict: verdict(check('disk', { outcome: 'fail', failing: failing(3000) })) },
      {
        lastReportAt: NOW,
        verdict: verdict(check('disk', { outcome: 'fail', failing: failing(1000), excuse: exempt })),
      },
      { lastReportAt: NOW, verdict: verdict(check('disk', { outcome: 'unknown' }), check('edr', {})) },
      { lastReportAt: NOW, verdict: verdict(check('edr', { outcome: 'not_applicable' })) },
    );
    expect(checks).toEqual({
      disk: { pass: 0, fail: 2, unknown: 1, exempt: 1, oldestSince: 3000 },
      edr: { pass: 1, fail: 0, unknown: 0, exempt: 0, oldestSince: null },
    });
  });

  it('counts a check that is called as what every object has by itself', () => {
    const { checks } = looked({ lastReportAt: NOW, verdict: verdict(check('constructor', {})) });
    expect(checks).toEqual({ constructor: { pass: 1, fail: 0, unknown: 0, exempt: 0, oldestSince: null } });
  });

  it('counts agents by their version, and what is none or one of very many together', () => {
    const saying = (agentVersion: string) => ({ agentVersion, lastReportAt: null, verdict: null });
    const said = ['1.0.0', '1.0.0', '1.1.0-rc.1', '__proto__', 'constructor', ''].map(saying);
    expect(looked(...said).agents).toEqual({ '1.0.0': 2, '1.1.0-rc.1': 1, other: 3 });
    const many = looked(...Array.from({ length: 100 }, (_, patch) => saying(`1.0.${patch}`))).agents;
    expect(many).toMatchObject({ '1.0.0': 1, other: 60 });
  });

  it('is the same whole and in parts', () => {
    const device = fc.record({
      agentVersion: fc.constantFrom('1.0.0', '1.1.0', 'whatever'),
      lastReportAt: fc.option(fc.integer({ min: NOW - 30 * DAY_MS, max: NOW })),
      verdict: fc.option(
        fc.record({
          tier: fc.constantFrom('trusted' as const, 'limited' as const, 'untrusted' as const),
          validUntil: fc.integer({ min: NOW - DAY_MS, max: NOW + DAY_MS }),
          checks: fc.array(
            fc.record({
              id: fc.constantFrom('a', 'b', 'c'),
              outcome: fc.constantFrom('pass' as const, 'fail' as const, 'unknown' as const),
              since: fc.integer({ min: 0, max: NOW }),
            }),
          ),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(device), fc.array(device), (left, right) => {
        const of = (devices: typeof left) =>
          looked(
            ...devices.map(({ agentVersion, lastReportAt, verdict: own }) => ({
              agentVersion,
              lastReportAt,
              verdict: own && {
                ...own,
                checks: own.checks.map(({ id, outcome, since }) =>
                  check(id, {
                    outcome,
                    ...(outcome === 'fail' ? { failing: { since, enforcedFrom: null } } : {}),
                  }),
                ),
              },
            })),
          );
        const sum = of(left);
        addLook(sum, of(right));
        expect(sum).toEqual(of([...left, ...right]));
      }),
    );
  });
});
