import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkerHealth } from '../publish/health.ts';
import { findProblems, type HealthProblem, type Readings, statusOf } from './health.ts';

const NOW = 1_000_000_000;
const calm = { waitingMs: 0, failing: null };
const worker: WorkerHealth = {
  queued: 0,
  behind: false,
  inFlight: 0,
  oldestAgeMs: null,
  lastSuccessAt: null,
  lastError: null,
  failingSince: null,
  stuck: false,
};
const well: Readings = {
  store: { writer: calm, reader: calm },
  assessingBehindMs: 900,
  loopLateMs: 40,
  targets: [{ name: 'okta', problems: [], health: worker }],
  silentAgents: 0,
  hangingProbes: 0,
  breakGlass: null,
  canary: null,
};
const codes = (readings: Partial<Readings>) =>
  findProblems({ ...well, ...readings }, NOW).map(({ code }) => code);
const targets = (health: Partial<WorkerHealth>): Partial<Readings> => ({
  targets: [{ name: 'okta', problems: [], health: { ...worker, ...health } }],
});

describe('health', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(findProblems(well, NOW)).toEqual([]);
    expect(statusOf([])).toBe('ready');
  });

  it('a commit that takes longer than its patience is a stuck store: not ready', () => {
    const readings = { ...well, store: { writer: { waitingMs: 10_001, failing: null }, reader: calm } };
    expect(findProblems(readings, NOW)).toMatchObject([{ code: 'store_stuck', severity: 'down' }]);
    expect(statusOf(findProblems(readings, NOW))).toBe('not ready');
  });

  it('a store that fails says since when and why', () => {
    const failing = { forMs: 7000, detail: 'the disk is full: free some space' };
    const problems = findProblems(
      { ...well, store: { writer: { waitingMs: 0, failing }, reader: calm } },
      NOW,
    );
    expect(problems).toEqual([
      {
        code: 'store_failing',
        severity: 'down',
        text: 'nothing can be stored since 7 s: the disk is full: free some space',
      },
    ]);
  });

  it('a collector that stopped assessing is degraded', () => {
    expect(codes({ assessingBehindMs: 30_001 })).toEqual(['assessing_behind']);
    expect(statusOf(findProblems({ ...well, assessingBehindMs: 30_001 }, NOW))).toBe('degraded');
  });

  it('a target that only fails, and one that hangs without an answer, are both stuck', () => {
    const waiting = { queued: 3, oldestAgeMs: 31_000 };
    const failed = { at: NOW, status: 503, detail: 'HTTP 503' };
    expect(codes(targets({ ...waiting, failingSince: NOW - 30_000, lastError: failed }))).toEqual([
      'target_stuck',
    ]);
    expect(codes(targets({ ...waiting, inFlight: 1 }))).toEqual(['target_stuck']);
    expect(codes(targets({ ...waiting, lastSuccessAt: NOW - 100 }))).toEqual([]);
  });

  it('a target that refused something long ago is not stuck while the next verdict is on its way', () => {
    const refused = { at: NOW - 3_600_000, status: 400, detail: 'answered 400' };
    const next = { queued: 1, inFlight: 1, oldestAgeMs: 40 };
    expect(codes(targets({ ...next, failingSince: refused.at, lastError: refused }))).toEqual([]);
  });

  it('a target that cannot be used at all is named with its problems', () => {
    const [problem] = findProblems(
      { ...well, targets: [{ name: 'siem', problems: ['url: expected https'], health: null }] },
      NOW,
    );
    expect(problem).toMatchObject({
      code: 'target_unusable',
      text: expect.stringContaining('url: expected https'),
    });
  });

  it('single devices are a notice, and leave the collector ready', () => {
    const problems = findProblems({ ...well, silentAgents: 2, hangingProbes: 1, loopLateMs: 0 }, NOW);
    expect(problems.map(({ code }) => code)).toEqual(['agents_silent', 'probes_hanging']);
    expect(statusOf(problems)).toBe('ready');
  });

  it('says not ready exactly when something is down', () => {
    const severity = fc.constantFrom('down' as const, 'degraded' as const, 'notice' as const);
    const problem = severity.map((s): HealthProblem => ({ code: 'store_stuck', severity: s, text: '' }));
    fc.assert(
      fc.property(fc.array(problem), (problems) => {
        const isDown = problems.some((one) => one.severity === 'down');
        expect(statusOf(problems) === 'not ready').toBe(isDown);
      }),
    );
  });
});
