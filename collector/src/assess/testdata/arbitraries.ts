import { PLATFORMS, type Signals, UNKNOWN_REASONS } from '@assay/shared';
import fc from 'fast-check';
import type { AssessContext } from '../assess.ts';
import { GROUPS } from './any-policy.ts';
import { at } from './laptops.ts';

const DEVICE = '0193b3a0-5e00-7000-8000-000000000001';

const text = fc.oneof(fc.string(), fc.constantFrom('12', '22.04', '10.0.26100', '9.4', 'debian', 'windows', 'ssh'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const texts = fc.array(text, { maxLength: 3 });
// Also what no honest agent sends: values are typed, not sensible.
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, 22));

const os = fc.record({
  id: fc.oneof(text, fc.constantFrom('debian', 'ubuntu', 'windows', 'macos', 'arch', 'centos', '__proto__')),
  name: text,
  version: maybe(text),
  id_like: texts,
  variant: maybe(text),
  arch: text,
  kernel: text,
  support_end: maybe(fc.oneof(text, fc.constantFrom('2027-01-31', '9999-99-99'))),
});
const volume = fc.record({
  mount: text,
  role: fc.constantFrom('system', 'home', 'swap'),
  device: text,
  filesystem: text,
  encrypted: maybe(fc.boolean()),
  state: fc.constantFrom('encrypted', 'not_encrypted', 'converting', 'unknown'),
  method: maybe(text),
  basis: text,
  notes: texts,
});
const product = fc.record({
  product: text,
  vendor: text,
  kind: fc.constantFrom('edr', 'antivirus', 'telemetry'),
  installed: fc.boolean(),
  running: maybe(fc.boolean()),
  healthy: maybe(fc.boolean()),
  evidence: texts,
});

const values = {
  os,
  reboot_pending: fc.record({ pending: fc.boolean(), reasons: texts }),
  disk_encryption: fc.record({ system_volume: volume, volumes: fc.array(volume, { maxLength: 3 }) }),
  edr: fc.record({ products: fc.array(product, { maxLength: 3 }) }),
  firewall: fc.record({ enabled: fc.boolean(), backend: text, evidence: texts }),
  secure_boot: fc.record({ enabled: fc.boolean(), setup_mode: maybe(fc.boolean()), loader_validation: maybe(fc.boolean()) }),
  tpm: fc.record({ version: text, manufacturer: maybe(text) }),
  hardware: fc.record({
    hostname: maybe(text),
    virtual: maybe(fc.boolean()),
    memory_bytes: maybe(number),
    problems: texts,
  }),
  local_admins: fc.record({ accounts: texts, sudo_rules: maybe(fc.boolean()) }),
  remote_access: fc.record({ services: fc.array(fc.record({ service: text, port: number, basis: text }), { maxLength: 3 }) }),
  agent: fc.record({ version: text, key_storage: fc.constant('file'), inspected_root: text, failed_probes: number }),
};

const signalOf = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ status: fc.constant('ok'), value, observedAt: fc.nat() }) },
    fc.record({ status: fc.constant('absent'), detail: text, observedAt: fc.nat() }),
    fc.record({
      status: fc.constant('unknown'),
      reason: fc.constantFrom(...UNKNOWN_REASONS),
      detail: text,
      observedAt: fc.nat(),
    }),
  );

/** Any signals of the right types, each of which may be missing. */
export const anySignals = fc.record(
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, signalOf(value)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Signals>;

const anyGrant = fc.record({
  by: fc.constant('ada'),
  reason: fc.constant('a test'),
  from: fc.option(fc.integer({ min: -100_000_000, max: 0 })),
  until: fc.integer({ min: -1000, max: 200_000_000 }),
  endedAt: fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 4 }),
});
const anyScope = fc.oneof(
  fc.constantFrom(...GROUPS).map((group) => ({ kind: 'group' as const, group })),
  fc.constantFrom(DEVICE, 'another').map((device) => ({ kind: 'device' as const, device })),
);
const anyOther = fc.record({
  source: fc.constantFrom('mdm:intune', 'edr:crowdstrike'),
  signals: anySignals,
  age: fc.integer({ min: 0, max: 172_800_000 }),
  clockSkew: fc.integer({ min: -7_200_000, max: 7_200_000 }),
});

/**
 * Any time between 2020 and 2040, with evidence of up to two days' age, in some groups, with and without exemptions,
 * break-glass and other sources.
 */
export const anyContext: fc.Arbitrary<AssessContext> = fc
  .record({
    now: fc.integer({ min: Date.UTC(2020), max: Date.UTC(2040) }),
    age: fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 172_800_000 })),
    platform: fc.constantFrom(...PLATFORMS),
    groups: fc.subarray(GROUPS),
    clockSkew: fc.integer({ min: -7_200_000, max: 7_200_000 }),
    grants: fc.array(
      fc.record({ grant: anyGrant, scope: anyScope, check: fc.nat(12).map((i) => `c${i}`) }),
      { maxLength: 3 },
    ),
    glass: fc.option(anyGrant, { freq: 5, nil: null }),
    others: fc.oneof(
      { weight: 3, arbitrary: fc.array(anyOther, { maxLength: 0 }) },
      fc.array(anyOther, { maxLength: 2 }),
    ),
  })
  .map(({ now, age, platform, groups, clockSkew, grants, glass, others }) => {
    const dated = ({ from, until, endedAt, ...rest }: typeof glass & object, id: string) => ({
      ...{ ...rest, id, from: from === null ? null : now + from, until: now + until },
      endedAt: endedAt === null ? null : now + endedAt,
    });
    return at(now, {
      ...{ evidenceAt: now - age, platform, groups, clockSkew, deviceId: DEVICE },
      exemptions: grants.map(({ grant, scope, check }, i) => ({ ...dated(grant, `x${i}`), scope, check })),
      breakGlass: glass && dated(glass, 'b'),
      ...(others.length > 0
        ? { otherSources: others.map(({ age, ...other }) => ({ ...other, evidenceAt: now - age })) }
        : {}),
    });
  });
