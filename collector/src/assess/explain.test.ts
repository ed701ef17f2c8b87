import { readFileSync } from 'node:fs';
import { type Signals, unknown } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { type AssessContext, assess } from './assess.ts';
import { causeOf, findings } from './explain.ts';
import { at, but, laptop, NOW, plainDisk } from './testdata/laptops.ts';

const HOUR = 3_600_000;
// As it is once all of it is enforced, and at once.
const text = readFileSync(new URL('../policy/built-in/baseline.yaml', import.meta.url), 'utf8').replaceAll(
  /^ +(?:stage|hold|grace): .*\n/gm,
  '',
);
const baseline = loadPolicy(text, 'baseline.yaml');
const judge = (signals: Signals, now = NOW, more: Partial<AssessContext> = {}) =>
  assess(baseline, signals, at(now, more));

const noFirewall = but('firewall', { enabled: false });

describe('findings', () => {
  it('are what costs points, required checks first, then by their points', () => {
    const signals = laptop({
      disk_encryption: plainDisk,
      edr: unknown('timeout', ''),
      firewall: noFirewall,
      secure_boot: unknown('permission', ''),
      reboot_pending: but('reboot_pending', { pending: true }),
    });
    expect(findings(judge(signals)).map(({ check, outcome, points }) => [check, outcome, points])).toEqual([
      ['disk-encryption', 'fail', 22],
      ['edr-running', 'unknown', 19],
      ['firewall', 'fail', 7],
      ['reboot-not-pending', 'fail', 4],
    ]);
  });

  it('quote of a device what people read, not as much as it can say', () => {
    const long = 'x'.repeat(60_000);
    const told = findings(
      judge(
        laptop({
          edr: unknown('exit', long),
          disk_encryption: { status: 'absent', detail: long },
          firewall: but('firewall', { enabled: false, backend: long }),
        }),
      ),
    );
    expect(told).toHaveLength(3);
    for (const { explain, user } of told) {
      expect(explain.length).toBeLessThan(2500);
      expect(user.length).toBeLessThan(2500);
    }
  });

  it('are none for a healthy device', () => {
    expect(findings(judge(laptop()))).toEqual([]);
  });
});

describe('the cause of a change', () => {
  const before = judge(laptop());

  it('is none before the first assessment', () => {
    expect(causeOf(null, before)).toMatchObject({ kind: 'first', checks: [] });
  });

  it('is the device when new evidence differs', () => {
    const after = judge(laptop({ disk_encryption: plainDisk }), NOW + HOUR, { previous: before });
    expect(causeOf(before, after)).toEqual({
      kind: 'device',
      checks: ['disk-encryption'],
      text: 'The device changed: "The system disk is encrypted" now fails.',
    });
    const mended = judge(laptop(), NOW + 2 * HOUR, { previous: after });
    expect(causeOf(after, mended).text).toBe(
      'The device changed: "The system disk is encrypted" now passes.',
    );
  });

  it('names the check first that mattered most in the direction of the score', () => {
    const pending = judge(laptop({ reboot_pending: but('reboot_pending', { pending: true }) }));
    const after = judge(laptop({ disk_encryption: plainDisk, firewall: noFirewall }), NOW + HOUR);
    expect(causeOf(pending, after).checks).toEqual(['disk-encryption', 'firewall', 'reboot-not-pending']);
    expect(causeOf(pending, after).text).toMatch(
      /"The system disk is encrypted" now fails, and 2 more checks changed\.$/,
    );
    expect(causeOf(after, pending).checks[0]).toBe('disk-encryption');
  });

  it('is the policy when it is another one, whatever else differs', () => {
    const stricter = loadPolicy(text.replace('weight: 10', 'weight: 10\n    required: true'), 'strict.yaml');
    const signals = laptop({ firewall: noFirewall });
    const lenient = judge(signals);
    const cause = causeOf(lenient, assess(stricter, signals, at(NOW, { previous: lenient })));
    expect(cause.kind).toBe('policy');
    expect(cause.text).toMatch(
      /^The policy changed from baseline \(sha256:[0-9a-f]{12}\) to baseline \(sha256:/,
    );
  });

  it('is time when the same evidence goes stale', () => {
    const stale = judge(laptop(), NOW + 24 * HOUR, { evidenceAt: NOW, previous: before });
    expect(causeOf(before, stale)).toMatchObject({
      kind: 'time',
      checks: expect.arrayContaining(['edr-running']),
    });
    expect(causeOf(before, stale).text).toContain('The newest report became older than the policy accepts');
  });

  it('is time when the OS came to its end of life, also if a report arrived meanwhile', () => {
    const end = Date.parse('2028-07-01T00:00:00Z');
    const supported = judge(laptop(), end - HOUR);
    const evidenceAts = [end - HOUR, end + HOUR];
    for (const evidenceAt of evidenceAts) {
      const ended = judge(laptop(), end + HOUR, { evidenceAt, previous: supported });
      expect(causeOf(supported, ended)).toEqual({
        kind: 'time',
        checks: ['os-supported'],
        text: 'Time passed: "The operating system gets security updates" now fails.',
      });
    }
  });

  it('is the device when something else fell after the end of life', () => {
    const end = Date.parse('2028-07-01T00:00:00Z');
    const supported = judge(laptop(), end - HOUR);
    const both = judge(laptop({ firewall: noFirewall }), end + HOUR, { previous: supported });
    expect(causeOf(supported, both).kind).toBe('device');
  });
});
