import { expect, it } from 'vitest';
import { diffPolicies, isSameDiff } from './diff.ts';
import { loadPolicy } from './load.ts';
import type { Policy } from './policy.ts';

const policyOf = (tiers: object, checks: object[]) =>
  loadPolicy(JSON.stringify({ policy: 'test', evidence_max_age: '24h', tiers, checks }), 'test.yaml');
const check = (id: string, fields: object = {}) => ({
  ...{ id, title: `The ${id}`, pass: 'firewall.enabled', weight: 1, explain: 'E' },
  ...fields,
});
const tiers = { trusted: 80, limited: 50 };

it('names checks that came, went and changed, each field that did, and settings', () => {
  const before = policyOf(tiers, [check('stays'), check('goes'), check('changes')]);
  const after = policyOf({ ...tiers, trusted: 90 }, [
    check('stays'),
    check('changes', { weight: 5, pass: 'tpm.version == "2.0"' }),
    check('comes'),
  ]);
  expect(diffPolicies(before, after)).toEqual({
    added: [{ id: 'comes', title: 'The comes' }],
    removed: [{ id: 'goes', title: 'The goes' }],
    changed: [
      {
        ...{ id: 'changes', title: 'The changes' },
        fields: expect.arrayContaining([
          { field: 'weight', from: '1', to: '5' },
          { field: 'pass', from: 'firewall.enabled', to: 'tpm.version == "2.0"' },
        ]),
      },
    ],
    settings: [
      { field: 'tiers', from: JSON.stringify(tiers), to: JSON.stringify({ ...tiers, trusted: 90 }) },
    ],
  });
});

it('names another name: that is what the history and the console call the policy', () => {
  const [before, after] = ['pilot', 'everybody'].map((policy) =>
    loadPolicy(
      JSON.stringify({ policy, evidence_max_age: '24h', tiers, checks: [check('stays')] }),
      'test.yaml',
    ),
  );
  expect(diffPolicies(before as Policy, after as Policy).settings).toEqual([
    { field: 'name', from: 'pilot', to: 'everybody' },
  ]);
});

it('of the same policy is none, however it is written', () => {
  const policy = policyOf(tiers, [check('stays')]);
  const spaced = policyOf(tiers, [check('stays', { pass: ' firewall.enabled ', required: false })]);
  expect(isSameDiff(diffPolicies(policy, spaced))).toBe(true);
});

it('names what changed of a check that only a group has enabled', () => {
  const withLocked = (pass: string) =>
    loadPolicy(
      JSON.stringify({
        ...{ policy: 'test', evidence_max_age: '24h', tiers },
        checks: [check('stays'), check('locked', { enabled: false, pass })],
        groups: { kiosks: { overrides: { locked: { enabled: true } } } },
      }),
      'test.yaml',
    );
  const diff = diffPolicies(withLocked('screen_lock.enabled'), withLocked('secure_boot.enabled'));
  expect(diff).toMatchObject({
    ...{ added: [], removed: [], settings: [] },
    changed: [
      { id: 'locked', fields: [{ field: 'pass', from: 'screen_lock.enabled', to: 'secure_boot.enabled' }] },
    ],
  });
});
