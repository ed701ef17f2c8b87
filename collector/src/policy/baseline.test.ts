import { readFileSync } from 'node:fs';
import { absent, ok, PLATFORMS, type Signals, unknown } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { at, but, laptop, NOW, plainDisk, suspendedDisk } from '../assess/testdata/laptops.ts';
import { loadPolicy } from './load.ts';

const baseline = loadPolicy(
  readFileSync(new URL('./baseline.yaml', import.meta.url), 'utf8'),
  'baseline.yaml',
);

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
  ['no firewall', laptop({ firewall: but('firewall', { enabled: false }) }), 90, 'trusted', ['firewall']],
  ['no Secure Boot', laptop({ secure_boot: absent('no EFI variables') }), 95, 'trusted', ['secure-boot']],
  ['Secure Boot not readable', laptop({ secure_boot: unknown('permission', '') }), 100, 'trusted', []],
  [
    'a waiting restart',
    laptop({ reboot_pending: ok({ pending: true, reasons: [] }) }),
    95,
    'trusted',
    ['reboot-not-pending'],
  ],
  [
    'a screen shared by VNC',
    laptop({ remote_access: ok({ services: [vnc] }) }),
    95,
    'trusted',
    ['remote-desktop-off'],
  ],
  ['nothing reported', {}, 0, 'untrusted', ['disk-encryption', 'edr-running', 'firewall']],
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

  it('shares out its weights as they are written', () => {
    const assessment = assess(baseline, laptop(), at(NOW));
    expect(assessment.checks.map(({ worth }) => worth)).toEqual(baseline.checks.map(({ weight }) => weight));
  });

  it('has a remedy for every check on every platform', () => {
    for (const { remedy } of baseline.checks)
      expect(Object.keys(remedy).sort()).toEqual([...PLATFORMS].sort());
  });

  it('says what was found and what to do in words', () => {
    const [disk] = assess(baseline, laptop({ disk_encryption: plainDisk }), at(NOW)).checks;
    expect(disk?.explain).toBe(
      'The system volume / (/dev/nvme0n1p2, ext4) is not encrypted: no dm-crypt between / and nvme0n1. ' +
        'Expected: The volume that holds the operating system and your data is encrypted.',
    );
    expect(disk?.remedy).toContain('LUKS');
  });
});
