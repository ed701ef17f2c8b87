import { PLATFORMS, type Signals, UNKNOWN_REASONS } from '@assay/shared';
import fc from 'fast-check';
import type { AssessContext } from '../assess.ts';
import { at } from './laptops.ts';

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
  secure_boot: fc.record({ enabled: fc.boolean(), setup_mode: fc.boolean(), loader_validation: maybe(fc.boolean()) }),
  tpm: fc.record({ version: text, manufacturer: maybe(text) }),
  hardware: fc.record({ hostname: text, virtual: fc.boolean(), memory_bytes: number, problems: texts }),
  local_admins: fc.record({ accounts: texts, sudo_rules: fc.boolean() }),
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

/** Any time between 2020 and 2040, with evidence of up to two days' age. */
export const anyContext: fc.Arbitrary<AssessContext> = fc
  .record({
    now: fc.integer({ min: Date.UTC(2020), max: Date.UTC(2040) }),
    age: fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 172_800_000 })),
    platform: fc.constantFrom(...PLATFORMS),
  })
  .map(({ now, age, platform }) => at(now, { evidenceAt: now - age, platform }));
