import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../policy/document/document.ts';
import { loadPolicy } from '../policy/load.ts';
import { policyFor } from '../policy/rules/to-policy.ts';
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

describe('what is different for groups', () => {
  const withGroups = (checks: string, groups: string) =>
    loadPolicy(
      `{ policy: p, tiers: { trusted: 80, limited: 50 }, evidence_max_age: 24h, checks: [${checks}], groups: ${groups} }`,
      'p.yaml',
    );
  const FW = '{ id: fw, title: T, weight: 1, explain: E, pass: firewall.enabled }';
  const LOCK = '{ id: lock, title: T, weight: 1, explain: E, pass: screen_lock.enabled, enabled: false }';
  const judgedBy = (document: PolicyDocument, groups: string[]) =>
    policyFor(loadPolicy(JSON.stringify(document), 'preview'), groups).checks.map(
      ({ id, weight, staging: { otherwise } }) => `${id} ${weight} ${otherwise}`,
    );

  it('is previewed for them alone: a check that only they are judged by, and one that is otherwise for them', () => {
    const base = withGroups(FW, '{ labs: { overrides: { fw: { weight: 2 } } } }');
    const candidate = withGroups(
      `${FW}, ${LOCK}`,
      '{ labs: { overrides: { fw: { weight: 3, stage: enforce } } }, kiosks: { overrides: { lock: { enabled: true } } } }',
    );
    const preview = previewOf(base, candidate, 'observe');
    expect(judgedBy(preview, [])).toEqual(['fw 1 enforce', 'fw-next 1 observe']);
    expect(judgedBy(preview, ['kiosks'])).toEqual(['fw 1 enforce', 'fw-next 1 observe', 'lock 1 observe']);
    expect(judgedBy(preview, ['labs'])).toEqual(['fw 2 enforce', 'fw-next 3 observe']);
  });

  it('is not warned of where a group is to be left out', () => {
    const candidate = withGroups(
      '{ id: fw, title: T, weight: 1, explain: E, pass: "!firewall.enabled" }',
      '{ labs: { overrides: { fw: { enabled: false } } } }',
    );
    const preview = previewOf(
      withGroups(FW, '{ labs: { tiers: { trusted: 70, limited: 40 } } }'),
      candidate,
      'warn',
    );
    expect(judgedBy(preview, [])).toEqual(['fw 1 enforce', 'fw-next 1 warn']);
    expect(judgedBy(preview, ['labs'])).toEqual(['fw 1 enforce']);
  });
});
