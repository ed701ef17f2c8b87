import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { unshownBetween } from './unshown.ts';

const policyOf = (check: object = {}, rest: object = {}) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: 'p', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h', ...rest },
      checks: [{ id: 'fw', title: 'T', pass: 'firewall.enabled', weight: 1, explain: 'E', ...check }],
    }),
    'p.yaml',
  );
const before = policyOf();
const group = (max_age: string) => ({ groups: { lab: { overrides: { fw: { max_age } } } } });

describe('what cannot show in a simulation', () => {
  it.each([
    ['how old a signal may be', policyOf({ max_age: '1h' }), 'max_age of fw: '],
    ['how old a report may be', policyOf({}, { evidence_max_age: '1h' }), 'evidence_max_age: '],
    ['who may be excused', policyOf({}, { exemptions: { max_open: 1 } }), 'exemptions: '],
    ['words', policyOf({ explain: 'Another' }), 'texts of fw: '],
  ])('is %s', (_, candidate, said) => {
    const { differences, isAll } = unshownBetween(before, candidate);
    expect(differences).toEqual([expect.stringContaining(said)]);
    expect(isAll).toBe(true);
  });

  it('is how old a signal may be for some groups', () => {
    const differ = unshownBetween(policyOf({}, group('2h')), policyOf({}, group('1h')));
    expect(differ).toEqual({
      differences: [expect.stringContaining('max_age for groups: ')],
      isAll: true,
    });
  });

  it('is told beside what can', () => {
    const differ = unshownBetween(before, policyOf({ max_age: '1h', required: true }));
    expect(differ).toEqual({ differences: [expect.stringContaining('max_age of fw')], isAll: false });
  });

  it.each([
    ['a check that is required now', policyOf({ required: true })],
    ['another tier', policyOf({}, { tiers: { trusted: 90, limited: 50 } })],
    ['time to mend', policyOf({ grace: '1h' })],
  ])('is not %s', (_, candidate) => {
    expect(unshownBetween(before, candidate)).toEqual({ differences: [], isAll: false });
  });
});
