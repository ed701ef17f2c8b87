import { readFileSync } from 'node:fs';
import { absent, ok, PLATFORMS, type Signals, type Volume } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { assess } from '../../assess/assess.ts';
import { at, but, laptop, NOW, plainDisk, suspendedDisk } from '../../assess/testdata/laptops.ts';
import { loadPolicy } from '../load.ts';

const directory = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.yaml`, directory), 'utf8');
const builtIn = (name: string) =>
  loadPolicy(read(name), `${name}.yaml`, (wanted) => read(wanted.replace('assay:', '')));
const baseline = builtIn('baseline');

const stopped = {
  product: 'clamav',
  vendor: 'Cisco',
  kind: 'antivirus' as const,
  installed: true,
  evidence: [],
};
const vnc = { service: 'vnc', port: 5900, basis: 'tcp 0.0.0.0:5900 listening' };

const examples: [string, Signals, number, string, string[]][] = [
  ['a healthy laptop', laptop(), 100, 'trusted', []],
  ['a plain disk', laptop({ disk_encryption: plainDisk }), 49, 'untrusted', ['disk-encryption']],
  [
    'an encrypted disk whose key lies open',
    laptop({ disk_encryption: suspendedDisk }),
    49,
    'untrusted',
    ['disk-encryption'],
  ],
  ['no endpoint protection', laptop({ edr: ok({ products: [] }) }), 49, 'untrusted', ['edr-running']],
  [
    'a stopped antivirus',
    laptop({ edr: ok({ products: [{ ...stopped, running: false }] }) }),
    49,
    'untrusted',
    ['edr-running'],
  ],
  [
    'an antivirus that may run',
    laptop({ edr: ok({ products: [stopped] }) }),
    49,
    'untrusted',
    ['edr-running'],
  ],
  ['an ended OS', laptop({ os: but('os', { version: '11' }) }), 49, 'untrusted', ['os-supported']],
  ['an OS newer than the data', laptop({ os: but('os', { version: '14' }) }), 100, 'trusted', []],
  ['no firewall', laptop({ firewall: but('firewall', { enabled: false }) }), 100, 'trusted', []],
  ['nothing reported', {}, 0, 'untrusted', ['disk-encryption', 'edr-running']],
];

const observed: [string, Signals, string][] = [
  ['no firewall', laptop({ firewall: but('firewall', { enabled: false }) }), 'firewall'],
  ['no Secure Boot', laptop({ secure_boot: absent('no EFI variables') }), 'secure-boot'],
  ['a waiting restart', laptop({ reboot_pending: ok({ pending: true, reasons: [] }) }), 'reboot-not-pending'],
  ['a screen shared by VNC', laptop({ remote_access: ok({ services: [vnc] }) }), 'remote-desktop-off'],
  ['security updates that wait', laptop({ updates: but('updates', { pending_security: 2 }) }), 'os-patched'],
  [
    'a list of updates of last month',
    laptop({ updates: but('updates', { index_age_s: 2_600_000 }) }),
    'os-patched',
  ],
  [
    'a screen that never locks',
    laptop({ screen_lock: but('screen_lock', { enabled: false }) }),
    'screen-lock',
  ],
  [
    'a screen that locks late',
    laptop({ screen_lock: but('screen_lock', { idle_timeout_s: 3600 }) }),
    'screen-lock',
  ],
  [
    'a screen that blanks never',
    laptop({ screen_lock: but('screen_lock', { idle_timeout_s: 0 }) }),
    'screen-lock',
  ],
  [
    'AppArmor off',
    laptop({ kernel_integrity: but('kernel_integrity', { mandatory_access: 'off' }) }),
    'system-integrity',
  ],
  [
    'SIP off',
    laptop({ kernel_integrity: but('kernel_integrity', { system_integrity_protection: false }) }),
    'system-integrity',
  ],
  ['an old agent', laptop({ agent: but('agent', { version: '0.0.9' }) }), 'agent-version'],
];

describe('the baseline', () => {
  it.each(examples)('judges %s', (_, signals, score, tier, costly) => {
    const assessment = assess(baseline, signals, at(NOW));
    expect([assessment.score, assessment.tier]).toEqual([score, tier]);
    expect(assessment.checks.filter((check) => check.points < check.worth).map(({ check }) => check)).toEqual(
      costly,
    );
  });

  it('shows an OS that is newer than its data as unknown', () => {
    const { checks } = assess(baseline, laptop({ os: but('os', { version: '14' }) }), at(NOW));
    const os = checks.find(({ check }) => check === 'os-supported');
    expect(os).toMatchObject({ outcome: 'unknown', worth: 0 });
    expect(os?.explain).toContain('is not in the support data of 2026-08-22');
  });

  it.each(observed)('observes %s, which changes nothing', (_, signals, id) => {
    const { score, tier, checks } = assess(baseline, signals, at(NOW));
    expect([score, tier]).toEqual([100, 'trusted']);
    const notPassed = checks.filter(({ outcome }) => outcome === 'fail');
    expect(notPassed.map(({ check, stage }) => [check, stage])).toEqual([[id, 'observe']]);
  });

  it('observes silence before it takes the tier away', () => {
    const silent = (hours: number) =>
      assess(baseline, laptop(), at(NOW + hours * 3_600_000, { evidenceAt: NOW }));
    const late = silent(9);
    expect(late.tier).toBe('trusted');
    expect(late.checks.filter(({ outcome }) => outcome !== 'pass').map(({ check }) => check)).toEqual([
      'report-fresh',
    ]);
    expect(silent(24)).toMatchObject({ tier: 'untrusted', score: 0 });
  });

  it('enforces the three that the first day is about, and nothing else', () => {
    const assessment = assess(baseline, laptop(), at(NOW));
    const enforced = assessment.checks.filter(({ stage = 'enforce' }) => stage === 'enforce');
    expect(enforced.map(({ check, required, worth }) => [check, required, worth])).toEqual([
      ['disk-encryption', true, 40],
      ['edr-running', true, 33],
      ['os-supported', true, 27],
    ]);
  });

  it('says what was found and what to do in words', () => {
    const [disk] = assess(baseline, laptop({ disk_encryption: plainDisk }), at(NOW)).checks;
    expect(disk?.explain).toBe(
      'The system volume / (/dev/nvme0n1p2, ext4) is not encrypted: no dm-crypt between / and nvme0n1. ' +
        'Expected: The volume that holds the operating system and your data is encrypted.',
    );
    expect(disk?.remedy).toContain('LUKS');
  });

  it.each(['secure-boot', 'system-integrity'])('%s: both kinds of Mac are told the way to recovery', (id) => {
    const check = baseline.checks.find((candidate) => candidate.id === id);
    expect(check?.remedy.macos).toMatch(/power button.*Intel.*Command-R/);
  });

  it.each([
    ['arch', [], 'pass'],
    ['endeavouros', ['arch'], 'pass'],
    ['nixos', [], 'pass'],
    ['fedora', [], 'fail'],
  ])('asks of %s %j for no more protection than its maker ships', (id, id_like, outcome) => {
    const off = but('kernel_integrity', { mandatory_access: 'off' });
    const { checks } = assess(
      baseline,
      laptop({ os: but('os', { id, id_like }), kernel_integrity: off }),
      at(NOW),
    );
    expect(checks.find(({ check }) => check === 'system-integrity')).toMatchObject({ outcome });
  });

  it('has people on Debian install the firewall that they are to turn on', () => {
    const firewall = baseline.checks.find(({ id }) => id === 'firewall');
    expect(firewall?.remedy.linux).toMatch(/Debian.*sudo apt install ufw/);
  });

  it('has people on Windows set what its probe sees: the screen saver, not the sign-in options', () => {
    const lock = baseline.checks.find(({ id }) => id === 'screen-lock');
    expect(lock?.remedy.windows).toMatch(/Screen saver.*On resume, display logon screen/);
  });
});

describe.each(['baseline', 'starter', 'strict'])('%s', (name) => {
  const { checks } = builtIn(name);

  it('has a remedy for every check on every platform, and words for the user unless it is not theirs', () => {
    for (const { id, remedy, audience, explainUser } of checks) {
      expect([id, ...Object.keys(remedy).sort()]).toEqual([id, ...PLATFORMS.toSorted()]);
      if (audience !== 'it') expect([id, explainUser]).not.toEqual([id, '']);
    }
  });

  it('says for every check what of the zero trust maturity model it is part of', () => {
    const functions = [
      'Policy Enforcement & Compliance Monitoring',
      'Device Threat Protection',
      'Visibility and Analytics Capability',
    ];
    for (const { id, controls } of checks)
      expect([id, functions.includes(controls.cisa_ztmm?.[0] ?? '')]).toEqual([id, true]);
  });

  it('trusts a healthy laptop', () => {
    expect(assess(builtIn(name), laptop(), at(NOW))).toMatchObject({ score: 100, tier: 'trusted' });
  });
});

it('starter gives time to mend, and says until when', () => {
  const start = assess(builtIn('starter'), laptop({ disk_encryption: plainDisk }), at(NOW));
  const until = NOW + 14 * 86_400_000;
  expect(start.tier).toBe('trusted');
  expect(start.checks[0]?.excuse).toEqual({ kind: 'grace', until });
});

it('strict names the volume that lies open, and who is signed in by itself', () => {
  const open: Volume = {
    ...{ mount: '/data', role: 'data', device: '/dev/sdb1', filesystem: 'ext4' },
    ...{ encrypted: false, state: 'not_encrypted', basis: 'no dm-crypt', notes: [] },
  };
  const boot: Volume = { ...open, mount: '/boot', role: 'boot' };
  const { checks } = assess(
    builtIn('strict'),
    laptop({
      disk_encryption: but('disk_encryption', { volumes: [boot, open] }),
      local_admins: but('local_admins', { automatic_login: true }),
    }),
    at(NOW),
  );
  const said = (id: string) => checks.find(({ check }) => check === id)?.user;
  expect(said('data-encryption')).toBe(
    'The system volume / (/dev/mapper/vg-root, ext4) is encrypted with LUKS2. ' +
      'The data volume /data (/dev/sdb1, ext4) is not encrypted: no dm-crypt. ' +
      'A second disk is as easily read as the first.',
  );
  expect(said('no-automatic-login')).toContain(
    'Somebody is signed in automatically when the computer starts.',
  );
});

it('strict enforces all of it', () => {
  expect(builtIn('strict').checks.map(({ staging }) => staging.otherwise)).not.toContain('observe');
  const off = { firewall: but('firewall', { enabled: false }) };
  const before = assess(builtIn('strict'), laptop(off), at(NOW));
  const later = NOW + 2 * 3_600_000;
  expect(assess(builtIn('strict'), laptop(off), at(later, { previous: before }))).toMatchObject({
    tier: 'untrusted',
    cap: { check: 'firewall' },
  });
});
