import { absent, ok, type Signals, unknown } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { assess } from './assess.ts';
import { toCarried } from './carried.ts';
import { at, but, laptop, NOW, plainDisk } from './testdata/laptops.ts';

const HOUR = 3_600_000;

const policyOf = (...checks: string[]) =>
  loadPolicy(
    `policy: test\ntiers: { trusted: 80, limited: 50 }\nevidence_max_age: 24h\nchecks:\n${checks
      .map((fields, i) => `  - { title: T, explain: E., weight: 1, id: c${i}, ${fields} }\n`)
      .join('')}`,
    'test.yaml',
  );
const judge = (signals: Signals, ...checks: string[]) => assess(policyOf(...checks), signals, at(NOW));
const first = (signals: Signals, check: string) => judge(signals, check).checks[0];

describe('a signal that could not be told', () => {
  const signals = laptop({ firewall: unknown('permission', 'nft: operation not permitted'), tpm: null });

  it('is shown as unknown with its reason, whatever it counts as', () => {
    for (const rule of ['pass', 'fail', 'ignore']) {
      const result = first(signals, `pass: firewall.enabled, unknown: ${rule}`);
      expect(result?.outcome).toBe('unknown');
      expect(result?.explain).toBe(
        'The firewall could not be told: the agent may not read it (nft: operation not permitted). Expected: E.',
      );
      expect(result?.remedy).toContain('administrator rights');
    }
  });

  it('counts as its rule says', () => {
    const worthAndPoints = (rule: string) => {
      const [firewall] = judge(
        signals,
        `pass: firewall.enabled, unknown: ${rule}`,
        'pass: secure_boot.enabled',
      ).checks;
      return [firewall?.worth, firewall?.points];
    };
    expect(worthAndPoints('pass')).toEqual([50, 50]);
    expect(worthAndPoints('fail')).toEqual([50, 0]);
    expect(worthAndPoints('ignore')).toEqual([0, 0]);
  });

  it('is the same when it was never reported', () => {
    expect(first(signals, 'pass: tpm.version == "2.0"')).toMatchObject({
      outcome: 'unknown',
      explain: 'The TPM could not be told: the agent did not report it. Expected: E.',
    });
  });

  it('leaves a check unknown when `when` needs it', () => {
    expect(first(signals, 'when: firewall.enabled, pass: "true"')?.outcome).toBe('unknown');
  });
});

it('is unknown, with what was found, when a field that decides is missing', () => {
  const edr = ok({
    products: [
      { product: 'falcon', vendor: 'CrowdStrike', kind: 'edr' as const, installed: true, evidence: [] },
    ],
  });
  expect(first(laptop({ edr }), 'pass: "edr.products.all(p, p.running)"')).toMatchObject({
    outcome: 'unknown',
    explain:
      'Endpoint protection found: falcon by CrowdStrike (edr): installed, running could not be told. ' +
      'Undecided, because running could not be told. Expected: E.',
  });
});

describe('a thing that is provably not there', () => {
  const signals = laptop({ tpm: absent('no /sys/class/tpm/tpm0') });

  it('fails, passes or does not apply, as the check says', () => {
    const outcome = (rule: string) => first(signals, `pass: tpm.version == "2.0", absent: ${rule}`)?.outcome;
    expect([outcome('fail'), outcome('pass'), outcome('ignore')]).toEqual(['fail', 'pass', 'not_applicable']);
  });

  it('is named in the explanation', () => {
    expect(first(signals, 'pass: tpm.version == "2.0"')?.explain).toBe(
      'The TPM was looked for and is not there: no /sys/class/tpm/tpm0. Expected: E.',
    );
  });
});

describe('a check for other devices', () => {
  it('does not apply and weighs nothing', () => {
    const checks = judge(
      laptop(),
      'pass: firewall.enabled',
      'when: device.platform == "macos", pass: "false"',
    ).checks;
    expect(checks.map(({ outcome, worth }) => [outcome, worth])).toEqual([
      ['pass', 100],
      ['not_applicable', 0],
    ]);
  });

  it('leaves nothing to trust when no check applies at all', () => {
    const assessment = judge(laptop(), 'when: device.platform == "macos", pass: "true"');
    expect(assessment).toMatchObject({ score: 0, tier: 'untrusted', compliant: false, cap: null });
  });
});

describe('a failing required check', () => {
  it('caps the score below limited, and the cap accounts for the difference', () => {
    const assessment = judge(laptop(), ...Array(9).fill('pass: "true"'), 'pass: "false", required: true');
    expect(assessment).toMatchObject({ score: 49, cap: { check: 'c9', limit: 49, points: -41 } });
  });

  it('is named even when the score is below the cap anyway', () => {
    expect(judge(laptop(), 'pass: "false", required: true').cap).toEqual({
      check: 'c0',
      limit: 49,
      points: 0,
    });
  });

  it('does not cap while it is ignored', () => {
    const assessment = judge(
      laptop({ tpm: null }),
      'pass: tpm.version == "2.0", required: true, unknown: ignore',
      'pass: "true"',
    );
    expect(assessment).toMatchObject({ score: 100, cap: null });
  });
});

describe('time alone', () => {
  const supported = policyOf('pass: os_support.status == "supported"', 'pass: firewall.enabled');
  const end = Date.parse('2028-07-01T00:00:00Z');

  it("turns the verdict at the OS's end of life, and says beforehand when", () => {
    const before = assess(supported, laptop(), at(end - HOUR));
    expect(before).toMatchObject({ score: 100, nextLookAt: end, validUntil: end + 23 * HOUR });
    const after = assess(supported, laptop(), at(end, { evidenceAt: end - HOUR, previous: before }));
    expect(after).toMatchObject({ score: 50, tier: 'limited', nextLookAt: null, tierSince: end });
    expect(after.checks[0]?.explain).toContain(
      '(bookworm) gets no security updates any more; the last day was 2028-06-30 (by data of 2026-',
    );
  });

  it('does not announce an end that is further away than the evidence lasts', () => {
    expect(assess(supported, laptop(), at(NOW)).nextLookAt).toBeNull();
    expect(assess(supported, laptop(), at(end - 24 * HOUR)).nextLookAt).toBeNull();
    expect(assess(supported, laptop(), at(end - 24 * HOUR + 1)).nextLookAt).toBe(end);
  });

  it('makes everything unknown once the evidence is too old', () => {
    const last = NOW + 24 * HOUR - 1;
    expect(assess(supported, laptop(), at(last, { evidenceAt: NOW })).tier).toBe('trusted');
    const stale = assess(supported, laptop(), at(last + 1, { evidenceAt: NOW }));
    expect(stale).toMatchObject({ score: 0, tier: 'untrusted', validUntil: last + 1, nextLookAt: null });
    expect(stale.checks.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect(stale.checks[0]?.explain).toContain('The newest report is older than the policy accepts');
  });
});

describe('since when', () => {
  const policy = policyOf('pass: disk_encryption.system_volume.encrypted', 'pass: firewall.enabled');
  const off = laptop({ firewall: but('firewall', { enabled: false }) });

  it('is kept while outcome and tier stay the same, and set anew when they change', () => {
    const one = assess(policy, laptop(), at(NOW));
    const two = assess(policy, off, at(NOW + HOUR, { previous: one }));
    const three = assess(
      policy,
      laptop({ disk_encryption: plainDisk }),
      at(NOW + 2 * HOUR, { previous: two }),
    );
    expect(two.checks.map(({ since }) => since)).toEqual([NOW, NOW + HOUR]);
    expect(three.checks.map(({ since }) => since)).toEqual([NOW + 2 * HOUR, NOW + 2 * HOUR]);
    expect([one, two, three].map(({ tierSince }) => tierSince)).toEqual([NOW, NOW + HOUR, NOW + HOUR]);
  });

  it('follows a check by its id when the policy is reordered', () => {
    const before = assess(policy, laptop(), at(NOW));
    const reordered = { ...policy, checks: [...policy.checks].reverse() };
    const after = assess(reordered, laptop(), at(NOW + HOUR, { previous: before }));
    expect(after.checks.map(({ since }) => since)).toEqual([NOW, NOW]);
  });
});

describe('what is said again', () => {
  const policy = policyOf('pass: disk_encryption.system_volume.encrypted', 'pass: firewall.enabled');
  const one = assess(policy, laptop(), at(NOW));

  it('is the same object, so that a fleet that stays as it is costs little', () => {
    const two = assess(policy, laptop(), at(NOW + HOUR, { previous: one }));
    expect(two.checks.every((result, i) => result === one.checks[i])).toBe(true);
  });

  it('is made anew where anything of it is different', () => {
    const renamed = { ...policy, checks: policy.checks.map((check) => ({ ...check, title: 'New' })) };
    const two = assess(renamed, laptop(), at(NOW + HOUR, { previous: one }));
    expect(two.checks.map(({ title, since }) => [title, since])).toEqual([
      ['New', NOW],
      ['New', NOW],
    ]);
    expect(assess(policy, laptop(), at(NOW + HOUR, { previous: toCarried(one) }))).toEqual(
      assess(policy, laptop(), at(NOW + HOUR, { previous: one })),
    );
  });
});
