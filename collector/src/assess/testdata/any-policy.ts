import fc from 'fast-check';
import { loadPolicy } from '../../policy/load.ts';
import type { Policy } from '../../policy/policy.ts';

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

/** Groups that random devices, stages and exemptions draw from. */
export const GROUPS = ['pilot', 'lab', 'sales'];

const rule = fc.constantFrom('pass', 'fail', 'ignore');
const wait = fc.constantFrom(undefined, '0s', '5m', '2h', '3d');
const reach = fc.record(
  { groups: fc.subarray(GROUPS, { minLength: 1 }), percent: fc.nat(100) },
  { requiredKeys: ['percent'] },
);
const stage = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  fc.constantFrom('observe', 'warn', 'enforce'),
  fc.record(
    { enforce: reach, warn: reach, otherwise: fc.constantFrom('observe', 'warn') },
    { requiredKeys: ['enforce'] },
  ),
);
const anyCheck = fc.record({
  when: fc.option(fc.constantFrom('device.platform != "macos"', 'hardware.virtual', 'has(os.variant)'), {
    nil: undefined,
  }),
  pass: fc.constantFrom(...CONDITIONS),
  weight: fc.integer({ min: 1, max: 1000 }),
  required: fc.boolean(),
  unknown: rule,
  absent: rule,
  hold: wait,
  grace: wait,
  stage,
  max_age: fc.constantFrom(undefined, '30m', '6h'),
  sources: fc.constantFrom(undefined, 'strictest', 'agent', 'any'),
  audience: fc.constantFrom(undefined, 'user', 'it', 'both'),
});

/** Any policy of up to twelve checks, as it is written: with hold, grace, stages and all the rest. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
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
