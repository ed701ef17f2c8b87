import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { checkOf, needsSecondPerson } from './rules.ts';

const policy = loadPolicy(
  `policy: p
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - { id: firewall, title: T, explain: E., weight: 1, pass: firewall.enabled }
  - { id: kiosk-locked, title: Locked, explain: E., weight: 1, pass: screen_lock.enabled, enabled: false }
groups:
  kiosks: { overrides: { kiosk-locked: { enabled: true, required: true } } }
  finance: { overrides: { firewall: { required: true } } }
`,
  'p.yaml',
);

describe('a policy with something different for groups', () => {
  it('lets be excused from what only a group is judged by', () => {
    expect(checkOf(policy, 'kiosk-locked').title).toBe('Locked');
    expect(() => checkOf(policy, 'locked')).toThrow('it has firewall, kiosk-locked');
  });

  it.each([
    ['a device of the group that requires it', 'firewall', { device: ['finance'] }, true],
    ['a device of no such group', 'firewall', { device: ['sales'] }, false],
    ['the group', 'firewall', { group: 'finance' }, true],
    ['a group whose members may be in it', 'firewall', { group: 'sales' }, true],
    ['a device that has the check by its group', 'kiosk-locked', { device: ['kiosks'] }, true],
  ])('asks for a second person where the check is required: %s', (_, check, whom, waits) => {
    expect(needsSecondPerson(policy, check, whom, false)).toBe(waits);
  });
});
