import { UNKNOWN_REASONS } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { type AssessContext, assess } from './assess.ts';
import { shareOut } from './score.ts';
import { whyNotAddsUp } from './testdata/adds-up.ts';
import { anyPolicy } from './testdata/any-policy.ts';
import { anyContext, anySignals } from './testdata/arbitraries.ts';
import { at } from './testdata/laptops.ts';

const check = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 300 });

describe('for any policy, signals and time', () => {
  it('points lost are 100 less the score, and every check accounts for its own, over any history', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anySignals,
        anySignals,
        anyContext,
        fc.nat(200_000_000),
        (policy, first, later, context, ms) => {
          const before = assess(policy, first, context);
          const now = context.now + ms;
          const again = { ...context, now, evidenceAt: context.evidenceAt + ms, previous: before };
          expect(whyNotAddsUp(before)).toBeNull();
          expect(whyNotAddsUp(assess(policy, later, again))).toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a required check that counts leaves the device untrusted', () => {
    check(
      fc.property(anyPolicy, anySignals, anyContext, (policy, signals, context) => {
        const { tier, checks, compliant, cap } = assess(policy, signals, context);
        if (checks.some(({ required, counts }) => required && counts)) {
          expect([tier, compliant, cap !== null]).toEqual(['untrusted', false, true]);
        }
      }),
    );
  });

  it('the same input gives the same assessment, and is not touched', () => {
    check(
      fc.property(anyPolicy, anySignals, anyContext, (policy, signals, context) => {
        const copy = structuredClone({ signals, context });
        const one = assess(policy, signals, context);
        expect(assess(policy, copy.signals, copy.context as AssessContext)).toEqual(one);
        expect({ signals, context }).toEqual(copy);
      }),
    );
  });

  it('what is not a pass says why, and a pass says nothing', () => {
    check(
      fc.property(anyPolicy, anySignals, anyContext, (policy, signals, context) => {
        for (const { outcome, explain, remedy } of assess(policy, signals, context).checks) {
          if (outcome === 'pass') expect(explain + remedy).toBe('');
          if (outcome === 'fail' || outcome === 'unknown')
            expect(explain).toMatch(/ Expected: E\.( By the word of |$)/);
        }
      }),
    );
  });
});

describe('mending one check', () => {
  // One check for each signal, so that what mends one leaves the others as they were.
  const repairs = {
    disk_encryption: 'disk_encryption.system_volume.encrypted',
    firewall: 'firewall.enabled',
    secure_boot: 'secure_boot.enabled',
    reboot_pending: '!reboot_pending.pending',
  };
  const mended = {
    firewall: { status: 'ok', observedAt: 0, value: { enabled: true, backend: 'ufw', evidence: [] } },
    secure_boot: { status: 'ok', observedAt: 0, value: { enabled: true, setup_mode: false } },
    reboot_pending: { status: 'ok', observedAt: 0, value: { pending: false, reasons: [] } },
  } as const;

  it('never lowers the score', () => {
    const anyWeight = fc.record({ weight: fc.integer({ min: 1, max: 50 }), required: fc.boolean() });
    check(
      fc.property(
        fc.tuple(anyWeight, anyWeight, anyWeight, anyWeight),
        anySignals,
        anyContext,
        fc.constantFrom('firewall', 'secure_boot', 'reboot_pending'),
        (weights, signals, context, name) => {
          const policy = loadPolicy(
            JSON.stringify({
              policy: 'repair',
              tiers: { trusted: 80, limited: 50 },
              evidence_max_age: '24h',
              checks: Object.entries(repairs).map(([signal, pass], i) => ({
                id: signal.replace('_', '-'),
                title: 'T',
                explain: 'E.',
                pass,
                ...weights[i],
              })),
            }),
            'repair.yaml',
          );
          const before = assess(policy, signals, context);
          const after = assess(policy, { ...signals, [name]: mended[name] }, context);
          expect(after.score).toBeGreaterThanOrEqual(before.score);
        },
      ),
    );
  });
});

describe('sharing out 100 points', () => {
  it('leaves nothing over and stays within one point of the exact share', () => {
    check(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 200 }),
        (weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const shares = shareOut(weights);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
          for (const [i, weight] of weights.entries()) {
            expect(Math.abs((shares[i] ?? 0) - (weight * 100) / total)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});

it('every reason of an unknown has its words', () => {
  const policy = loadPolicy(
    JSON.stringify({
      policy: 'one',
      tiers: { trusted: 80, limited: 50 },
      evidence_max_age: '1h',
      checks: [{ id: 'c', title: 'T', pass: 'firewall.enabled', weight: 1, explain: 'E.' }],
    }),
    'one.yaml',
  );
  const context = at(1);
  for (const reason of UNKNOWN_REASONS) {
    const [result] = assess(
      policy,
      { firewall: { status: 'unknown', reason, detail: '', observedAt: 0 } },
      context,
    ).checks;
    expect(result?.remedy).not.toBe('');
  }
});
