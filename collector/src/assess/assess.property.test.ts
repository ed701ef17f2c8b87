import { UNKNOWN_REASONS } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { type AssessContext, assess } from './assess.ts';
import { shareOut } from './score.ts';
import { anyContext, anySignals } from './testdata/arbitraries.ts';
import { at } from './testdata/laptops.ts';

const CONDITIONS = [
  'disk_encryption.system_volume.encrypted',
  'edr.products.exists(p, p.kind in ["edr", "antivirus"] && p.installed && p.running && !(has(p.healthy) && !p.healthy))',
  'os_support.status == "supported"',
  'firewall.enabled',
  'secure_boot.enabled && !secure_boot.setup_mode',
  '!reboot_pending.pending',
  'remote_access.services.all(s, s.service == "ssh" && s.port == 22)',
  'hardware.memory_bytes > 4000000000 || tpm.version == "2.0"',
  'size(local_admins.accounts) <= 2',
  'agent.failed_probes == 0 && os.version.startsWith("1")',
  '100 / size(disk_encryption.volumes) > 20',
];

const rule = fc.constantFrom('pass', 'fail', 'ignore');
const anyCheck = fc.record({
  when: fc.option(fc.constantFrom('device.platform != "macos"', 'hardware.virtual', 'has(os.variant)'), {
    nil: undefined,
  }),
  pass: fc.constantFrom(...CONDITIONS),
  weight: fc.integer({ min: 1, max: 1000 }),
  required: fc.boolean(),
  unknown: rule,
  absent: rule,
});
const anyPolicy = fc
  .record({
    checks: fc.array(anyCheck, { minLength: 1, maxLength: 12 }),
    limited: fc.integer({ min: 1, max: 99 }),
    above: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ checks, limited, above }) =>
    loadPolicy(
      JSON.stringify({
        policy: 'random',
        tiers: { limited, trusted: Math.min(100, limited + above) },
        evidence_max_age: '24h',
        checks: checks.map((check, i) => ({ id: `c${i}`, title: 'T', explain: 'E.', ...check })),
      }),
      'random.yaml',
    ),
  );

const check = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 300 });

describe('for any policy, signals and time', () => {
  it('points and cap add up to the score exactly, within 0 and 100', () => {
    check(
      fc.property(anyPolicy, anySignals, anyContext, (policy, signals, context) => {
        const { score, checks, cap } = assess(policy, signals, context);
        const points = checks.reduce((sum, result) => sum + result.points, 0);
        const worth = checks.reduce((sum, result) => sum + result.worth, 0);
        expect(points + (cap?.points ?? 0)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(cap?.points ?? 0).toBeLessThanOrEqual(0);
        expect(worth === 100 || (worth === 0 && score === 0)).toBe(true);
        for (const result of checks) {
          expect([0, result.worth]).toContain(result.points);
          if (result.outcome === 'not_applicable') expect(result.worth).toBe(0);
        }
      }),
    );
  });

  it('a failing required check leaves the device untrusted', () => {
    check(
      fc.property(anyPolicy, anySignals, anyContext, (policy, signals, context) => {
        const { tier, checks, compliant, cap } = assess(policy, signals, context);
        if (checks.some(({ required, outcome }) => required && outcome === 'fail')) {
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
          if (outcome === 'fail' || outcome === 'unknown') expect(explain).toMatch(/ Expected: E\.$/);
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
