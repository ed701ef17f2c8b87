import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { at, laptop, NOW } from '../assess/testdata/laptops.ts';
import { loadPolicy, policyText } from './load.ts';
import { policyFor } from './rules/to-policy.ts';

const text = `policy: p
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - { id: firewall, title: T, explain: E., weight: 1, pass: firewall.enabled }
  - { id: locked, title: T, explain: E., weight: 1, pass: screen_lock.enabled, enabled: false }
groups:
  engineering:
    evidence_max_age: 48h
    overrides:
      firewall: { weight: 5, pass: 'true' }
      locked: { enabled: true }
  kiosks:
    tiers: { trusted: 100, limited: 90 }
    overrides:
      firewall: { weight: 9 }
`;
const policy = loadPolicy(text, 'p.yaml');
const weights = (...groups: string[]) =>
  policyFor(policy, groups).checks.map(({ id, weight }) => `${id} ${weight}`);

describe('a policy with something different for groups', () => {
  it('is itself for all others', () => {
    expect(policyFor(policy, ['sales'])).toBe(policy);
    expect(weights()).toEqual(['firewall 1']);
  });

  it('changes what it says of a group, and nothing else', () => {
    expect(weights('engineering')).toEqual(['firewall 5', 'locked 1']);
    const variant = policyFor(policy, ['engineering']);
    expect(variant).toMatchObject({ evidenceMaxAgeMs: 172_800_000, tiers: { trusted: 80, limited: 50 } });
    expect([variant.name, variant.hash]).toEqual([policy.name, policy.hash]);
  });

  it('lets the group that it names later win, in whatever order a device has them', () => {
    expect(weights('kiosks', 'engineering')).toEqual(['firewall 9', 'locked 1']);
    expect(weights('engineering', 'kiosks')).toEqual(['firewall 9', 'locked 1']);
    expect(policyFor(policy, ['kiosks', 'x', 'engineering'])).toBe(
      policyFor(policy, ['engineering', 'kiosks']),
    );
  });

  it('is named by all of it, and by the order of its groups', () => {
    expect(loadPolicy(text.replace('weight: 9', 'weight: 8'), 'p').hash).not.toBe(policy.hash);
    const [before = '', engineering = '', kiosks = ''] = text.split(/^(?= {2}(?:engineering|kiosks):)/m);
    expect(loadPolicy(`${before}${kiosks}${engineering}`, 'p').hash).not.toBe(policy.hash);
    expect(loadPolicy(policyText(policy), 'p').hash).toBe(policy.hash);
  });

  it('judges a device by its groups', () => {
    const off = laptop({ firewall: null });
    expect(assess(policy, off, at(NOW)).score).toBe(0);
    expect(assess(policy, off, at(NOW, { groups: ['engineering'] }))).toMatchObject({
      score: 100,
      policy: { name: 'p', hash: policy.hash },
    });
  });
});
