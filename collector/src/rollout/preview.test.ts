import { expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { previewOf } from './preview.ts';

const LONG = `c${'0'.repeat(61)}`;
const policyOf = (name: string, checks: Record<string, string>) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: name, tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks: Object.entries(checks).map(([id, pass]) => ({
        ...{ id, title: 'T', pass, weight: 1, required: true, explain: 'E' },
      })),
    }),
    name,
  );
const ids = (base: Record<string, string>, candidate: Record<string, string>) =>
  previewOf(policyOf('base', base), policyOf('candidate', candidate), 'observe').checks.map(
    ({ id, stage = 'enforce' }) => `${id} ${stage}`,
  );

it('a check that is different stands beside the one in force, by a name of its own', () => {
  expect(ids({ fw: 'firewall.enabled' }, { fw: '!firewall.enabled' })).toEqual([
    'fw enforce',
    'fw-next observe',
  ]);
});

it('takes no name that another check has, however long names are', () => {
  const base = { fw: 'firewall.enabled', [`${LONG}a`]: 'firewall.enabled', [`${LONG}b`]: 'firewall.enabled' };
  const candidate = {
    ...{ fw: '!firewall.enabled', 'fw-next': 'firewall.enabled' },
    ...{ [`${LONG}a`]: '!firewall.enabled', [`${LONG}b`]: '!firewall.enabled' },
  };
  const found = ids(base, candidate);
  expect(new Set(found).size).toBe(7);
  expect(found).toContain('fw-next observe');
  expect(found).toContain('fw-next-2 observe');
});

it('a check that is only written otherwise does not stand beside itself', () => {
  const check = (fields: string) =>
    loadPolicy(
      `{ policy: p, tiers: { trusted: 80, limited: 50 }, evidence_max_age: 24h, checks: [{ ${fields} }] }`,
      'p.yaml',
    );
  const base = check('id: fw, title: T, weight: 1, explain: E, pass: firewall.enabled, grace: 1d');
  const same = check(
    'title: T, id: fw, pass: " firewall.enabled", weight: 1, grace: 24h, required: false, explain: E',
  );
  expect(previewOf(base, same, 'warn').checks.map(({ id }) => id)).toEqual(['fw']);
});
