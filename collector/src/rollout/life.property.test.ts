import { absent, ok, type Signals, unknown } from '@assay/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { isActive } from '../assess/exemption.ts';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { createLife, type LifeContext } from './life.ts';

// ASSAY_PROPERTY_RUNS=1000000 for a long night.
const RUNS = Number(process.env.ASSAY_PROPERTY_RUNS ?? 500);
const TIMEOUT_MS = 60_000 + RUNS * 30;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 1);
const HOURS = 30;

const hours = (max: number) => fc.nat(max).map((n) => `${n}h`);
const check = fc.record({
  pass: fc.constantFrom(
    'firewall.enabled',
    'edr.products.exists(p, p.running)',
    'firewall.enabled || secure_boot.enabled',
    'os_support.status == "supported"',
    'device.platform == "linux" && firewall.backend == "nftables"',
  ),
  when: fc.constantFrom(undefined, 'secure_boot.enabled'),
  required: fc.boolean(),
  hold: hours(3),
  grace: hours(5),
  unknown: fc.constantFrom('pass', 'fail', 'ignore'),
  stage: fc.constantFrom('enforce', 'observe'),
});
const anyPolicy = fc.array(check, { minLength: 1, maxLength: 4 }).map((checks) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: 'p', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks: checks.map((one, i) => ({ ...one, id: `c${i}`, title: 'T', weight: i + 1, explain: 'E' })),
    }),
    'p.yaml',
  ),
);

const os = (id: string, version: string) =>
  ok({ id, name: id, version, id_like: [], arch: 'x86_64', kernel: '6.1' });
const product = { product: 'p', vendor: 'v', kind: 'edr' as const, installed: true, evidence: [] };
// A repeating decoder makes one object of what is said twice: so does this.
const OUTCOMES: Record<string, object[]> = {
  firewall: [
    ...[true, false].flatMap((enabled) =>
      ['nftables', 'ufw'].map((backend) => ok({ enabled, backend, evidence: [] })),
    ),
    unknown('timeout', ''),
  ],
  secure_boot: [ok({ enabled: true, setup_mode: false }), absent('no firmware')],
  edr: [ok({ products: [{ ...product, running: true }] }), ok({ products: [] })],
  // One whose support ends while the device lives: when, is in the data.
  os: [os('debian', '12'), os('debian', '9'), os('nowhere', '1')],
};
const anyReport: fc.Arbitrary<Signals> = fc
  .record(
    Object.fromEntries(Object.entries(OUTCOMES).map(([name, all]) => [name, fc.constantFrom(...all)])),
    {
      requiredKeys: [],
    },
  )
  .map(
    (said) =>
      Object.fromEntries(
        Object.entries(said).map(([name, outcome]) => [name, { ...(outcome as object), observedAt: START }]),
      ) as Signals,
  );

const at = (hour: number) => START + hour * HOUR;
const grant = fc.record({
  from: fc.option(fc.nat(HOURS).map(at)),
  until: fc.nat(HOURS).map(at),
  endedAt: fc.option(fc.nat(HOURS).map(at)),
  check: fc.nat(4).map((i) => `c${i}`),
});
const granted = { by: 'ada', reason: 'a test' };
const anyContext: fc.Arbitrary<LifeContext> = fc
  .record({ exemptions: fc.array(grant, { maxLength: 2 }), breakGlasses: fc.array(grant, { maxLength: 1 }) })
  .map(({ exemptions, breakGlasses }) => ({
    ...{ platform: 'linux' as const, osEol: builtInOsEol, restriction: null, deviceId: 'd', groups: ['lab'] },
    exemptions: exemptions.map((one, i) => ({
      ...{ ...granted, ...one, id: `x${i}` },
      scope: { kind: 'group' as const, group: 'lab' },
    })),
    breakGlasses: breakGlasses.map(({ check: _, ...one }, i) => ({ ...granted, ...one, id: `b${i}` })),
  }));

const standing = ({ score, tier, checks, cap }: ReturnType<typeof assess>) => ({
  ...{ score, tier, cap },
  checks: checks.map(({ check: id, outcome, points, counts, excuse, failing }) => ({
    ...{ id, outcome, points, counts, failing },
    excuse: excuse?.kind,
  })),
});

it('stands at every hour as if it had been judged at every hour', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(
      anyPolicy,
      anyContext,
      fc.array(fc.tuple(fc.nat(4), anyReport), { minLength: 1, maxLength: 8 }),
      (policy, context, history) => {
        const life = createLife(policy, context);
        const { breakGlasses, ...rest } = context;
        let previous: ReturnType<typeof assess> | null = null;
        let hour = 0;
        for (const [wait, signals] of history) {
          const end = hour + wait;
          for (; hour <= end; hour += 1) {
            const now = at(hour);
            const breakGlass = breakGlasses.find((one) => isActive(one, now)) ?? null;
            const times = { now, evidenceAt: now, clockSkew: 0 };
            previous = assess(policy, signals, { ...rest, ...times, previous, breakGlass });
            const lived = life.at(now, signals, 0);
            expect(standing(lived)).toEqual(standing(previous));
            // Whoever only looks at reports and at what is due misses nothing.
            expect(life.dueAt()).toBeGreaterThan(now);
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
});
