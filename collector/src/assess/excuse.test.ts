import type { Assessment, Signals } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { type AssessContext, assess } from './assess.ts';
import type { Exemption } from './exemption.ts';
import { at, but, laptop, NOW } from './testdata/laptops.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The firewall is worth 40 of 100 points. */
const policyOf = (fields: string, maxAge = '30d') =>
  loadPolicy(
    `policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: ${maxAge}
checks:
  - { id: fw, title: T, explain: E., weight: 40, pass: firewall.enabled, required: true, ${fields} }
  - { id: sb, title: T, explain: E., weight: 60, pass: secure_boot.enabled }
`,
    'test.yaml',
  );
const off = laptop({ firewall: but('firewall', { enabled: false }) });

/** Judges the same device again and again, each time from what the time before left. */
function history(fields: string, maxAge?: string) {
  const policy = policyOf(fields, maxAge);
  let previous: Assessment | null = null;
  return (now: number, signals: Signals, more: Partial<AssessContext> = {}) => {
    // As it is stored and read again.
    const kept = previous && (JSON.parse(JSON.stringify(previous)) as Assessment);
    previous = assess(policy, signals, at(now, { previous: kept, ...more }));
    const [fw] = previous.checks;
    return {
      ...previous,
      fw: { excuse: fw?.excuse ?? null, counts: fw?.counts ?? false, points: fw?.points },
    };
  };
}

describe('hold', () => {
  it('lets a check fail for a while before it counts', () => {
    const judge = history('hold: 5m');
    judge(NOW, laptop());
    expect(judge(NOW + MINUTE, off)).toMatchObject({
      score: 100,
      nextLookAt: NOW + 6 * MINUTE,
      fw: { excuse: { kind: 'hold', until: NOW + 6 * MINUTE }, points: 40 },
    });
    expect(judge(NOW + 6 * MINUTE - 1, off).score).toBe(100);
    expect(judge(NOW + 6 * MINUTE, off)).toMatchObject({ score: 49, fw: { excuse: null, counts: true } });
  });

  it('begins again with every pass: what flaps never counts', () => {
    const judge = history('hold: 5m');
    for (let minute = 0; minute < 60; minute += 4) {
      expect(judge(NOW + minute * MINUTE, off).score).toBe(100);
      expect(judge(NOW + (minute + 2) * MINUTE, laptop()).score).toBe(100);
    }
  });

  it('is not begun again by what could not be told', () => {
    const judge = history('hold: 5m, unknown: ignore');
    judge(NOW, off);
    judge(NOW + 2 * MINUTE, laptop({ firewall: null }));
    expect(judge(NOW + 5 * MINUTE, off).fw.counts).toBe(true);
  });
});

describe('grace', () => {
  it('follows hold, and ends at one moment however often it is judged in between', () => {
    const judge = history('hold: 1h, grace: 24h');
    judge(NOW, off);
    const end = NOW + 25 * HOUR;
    for (const now of [NOW + HOUR, NOW + 7 * HOUR, end - 1]) {
      expect(judge(now, off).fw.excuse).toEqual({ kind: 'grace', until: end });
    }
    expect(judge(end, off)).toMatchObject({ score: 49, compliant: false, nextLookAt: null });
  });

  it('keeps the device compliant, and says when time alone will change that', () => {
    const judge = history('grace: 24h');
    expect(judge(NOW, off)).toMatchObject({
      ...{ score: 100, compliant: true, cap: null, nextLookAt: NOW + DAY },
      fw: { points: 40, counts: false },
    });
  });

  it('begins when the check is first enforced, not when it was first observed to fail', () => {
    const observing = policyOf('grace: 24h, stage: observe');
    const enforcing = policyOf('grace: 24h');
    const observed = assess(observing, off, at(NOW));
    const enforced = assess(enforcing, off, at(NOW + 10 * DAY, { previous: observed }));
    expect(enforced.checks[0]?.excuse).toEqual({ kind: 'grace', until: NOW + 11 * DAY });
  });

  it('is not given to silence, which had its time, and goes on when the device speaks again', () => {
    const judge = history('grace: 7d', '24h');
    judge(NOW, off);
    const silent = judge(NOW + DAY, off, { evidenceAt: NOW });
    expect(silent).toMatchObject({ tier: 'untrusted', fw: { excuse: null, counts: true } });
    expect(judge(NOW + 2 * DAY, off).fw.excuse).toEqual({ kind: 'grace', until: NOW + 7 * DAY });
  });

  it('is not given anew to what already counted by a version that knew none', () => {
    const { checks, ...rest } = assess(policyOf('unknown: fail'), off, at(NOW));
    const old = { ...rest, checks: checks.map(({ failing: _, counts: __, ...check }) => check) };
    const now = NOW + 2 * DAY;
    expect(assess(policyOf('grace: 24h'), off, at(now, { previous: old })).checks[0]?.counts).toBe(true);
  });
});

describe('a clock that is set back', () => {
  it('never moves a deadline further away than the policy says', () => {
    const judge = history('grace: 24h');
    judge(NOW + 365 * DAY, off);
    const { fw, tierSince, validUntil } = judge(NOW, off, { evidenceAt: NOW + 365 * DAY });
    expect(fw.excuse).toEqual({ kind: 'grace', until: NOW + DAY });
    expect([tierSince, validUntil]).toEqual([NOW, NOW + 30 * DAY]);
  });

  it('gives back what a leap ahead had taken', () => {
    const judge = history('grace: 24h');
    judge(NOW, off);
    expect(judge(NOW + 365 * DAY, off).fw.counts).toBe(true);
    expect(judge(NOW + HOUR, off).fw.excuse).toEqual({ kind: 'grace', until: NOW + DAY });
  });
});

describe('an exemption', () => {
  const exemption: Exemption = {
    ...{ id: 'x1', check: 'fw', by: 'grace@example.com', reason: 'router swap' },
    scope: { kind: 'group', group: 'lab' },
    ...{ from: NOW, until: NOW + DAY, endedAt: null },
  };
  const judge = (now: number, more: Partial<AssessContext> = {}, fields = 'unknown: fail') =>
    assess(policyOf(fields), off, at(now, { groups: ['lab'], exemptions: [exemption], ...more }));

  it('excuses one check until its end, and says by whom', () => {
    expect(judge(NOW)).toMatchObject({ score: 100, tier: 'trusted', cap: null, nextLookAt: NOW + DAY });
    expect(judge(NOW).checks[0]?.excuse).toEqual({
      ...{ kind: 'exempt', id: 'x1', by: 'grace@example.com', reason: 'router swap', until: NOW + DAY },
    });
    expect(judge(NOW + DAY)).toMatchObject({ score: 49, nextLookAt: null });
  });

  it('is not there before it begins, after it was ended, or while it waits for a second person', () => {
    expect(judge(NOW - 1).score).toBe(49);
    expect(judge(NOW + HOUR, { exemptions: [{ ...exemption, endedAt: NOW + HOUR }] }).score).toBe(49);
    expect(judge(NOW, { exemptions: [{ ...exemption, from: null }] }).score).toBe(49);
  });

  it('excuses nobody else and nothing else', () => {
    expect(judge(NOW, { groups: ['sales'] }).score).toBe(49);
    const own = (device: string) => [{ ...exemption, scope: { kind: 'device' as const, device } }];
    expect(judge(NOW, { groups: [], exemptions: own('another') }).score).toBe(49);
    expect(judge(NOW, { groups: [], deviceId: 'this', exemptions: own('this') }).score).toBe(100);
    expect(judge(NOW, { exemptions: [{ ...exemption, check: 'sb' }] }).score).toBe(49);
  });

  it('of several, the one that holds longest is shown', () => {
    const longer = { ...exemption, id: 'x2', until: NOW + 3 * DAY };
    const shown = judge(NOW, { exemptions: [exemption, longer, { ...exemption, id: 'x3' }] });
    expect(shown.checks[0]?.excuse).toMatchObject({ id: 'x2', until: NOW + 3 * DAY });
  });

  it('still holds, and is looked at when it ends, while the device is silent', () => {
    const policy = policyOf('unknown: fail', '1h');
    const evidenceAt = NOW - 2 * HOUR;
    const silent = assess(policy, off, at(NOW, { evidenceAt, groups: ['lab'], exemptions: [exemption] }));
    expect(silent.checks.map(({ counts = false }) => counts)).toEqual([false, true]);
    expect(silent.nextLookAt).toBe(NOW + DAY);
  });

  it('leaves grace to run meanwhile', () => {
    const during = judge(NOW, {}, 'grace: 48h');
    const after = judge(NOW + DAY, { previous: during }, 'grace: 48h');
    expect(after.checks[0]?.excuse).toEqual({ kind: 'grace', until: NOW + 2 * DAY });
  });
});

describe('break-glass', () => {
  const breakGlass = {
    ...{ id: 'b1', by: 'grace@example.com', reason: 'EDR update broke', from: NOW, until: NOW + HOUR },
    endedAt: null,
  };

  it('excuses everything that fails, until its timer ends', () => {
    const plain = laptop({ firewall: null, secure_boot: but('secure_boot', { enabled: false }) });
    const judged = assess(policyOf('unknown: fail'), plain, at(NOW, { breakGlass }));
    expect(judged).toMatchObject({ score: 100, nextLookAt: NOW + HOUR });
    expect(judged.checks.map(({ excuse }) => excuse?.kind)).toEqual(['break_glass', 'break_glass']);
    expect(assess(policyOf('unknown: fail'), plain, at(NOW + HOUR, { breakGlass })).score).toBe(0);
  });

  it('lets nobody in whom an administrator keeps out', () => {
    const restriction = { state: 'revoked', title: 'T', explain: 'E.', remedy: '' } as const;
    expect(assess(policyOf('unknown: fail'), off, at(NOW, { breakGlass, restriction })).tier).toBe(
      'untrusted',
    );
  });
});

describe('what is not enforced', () => {
  it.each(['observe', 'warn'])('has no part in the score in stage %s, whatever its outcome', (stage) => {
    const judge = (signals: Signals) => assess(policyOf(`stage: ${stage}`), signals, at(NOW));
    expect(judge(off)).toMatchObject({ score: 100, cap: null });
    expect(judge(off).checks[0]).toMatchObject({ outcome: 'fail', stage, worth: 0, excuse: { kind: stage } });
    expect(judge(laptop()).checks[0]).toMatchObject({ outcome: 'pass', stage, worth: 0 });
  });
});

describe('a signal that was observed too long ago', () => {
  const judge = (age: number, more: Partial<AssessContext> = {}) => {
    const firewall = { ...laptop().firewall, observedAt: NOW - age } as NonNullable<Signals['firewall']>;
    return assess(policyOf('max_age: 6h'), { ...laptop(), firewall }, at(NOW, more));
  };

  it('tells nothing, though the report is new', () => {
    expect(judge(6 * HOUR - 1)).toMatchObject({ score: 100, nextLookAt: NOW + 1 });
    expect(judge(6 * HOUR)).toMatchObject({ score: 49, nextLookAt: null });
    expect(judge(6 * HOUR).checks[0]?.explain).toContain('It was observed too long ago.');
  });

  it('is dated by the collector’s clock, whatever the agent’s says', () => {
    expect(judge(6 * HOUR, { clockSkew: HOUR }).score).toBe(100);
    expect(judge(HOUR, { clockSkew: -5 * HOUR }).score).toBe(49);
    expect(judge(-DAY).nextLookAt).toBe(NOW + 6 * HOUR);
  });
});
