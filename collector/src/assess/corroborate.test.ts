import { absent, type Signals, unknown } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { assess } from './assess.ts';
import type { SourceSignals } from './attested.ts';
import { at, but, laptop, NOW } from './testdata/laptops.ts';

const HOUR = 3_600_000;
const policyOf = (fields: string) =>
  loadPolicy(
    `policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - { id: fw, title: T, explain: E., weight: 50, pass: firewall.enabled, ${fields} }
  - { id: sb, title: T, explain: E., weight: 50, pass: secure_boot.enabled }
`,
    'test.yaml',
  );

const on = laptop().firewall as NonNullable<Signals['firewall']>;
const off = { ...but('firewall', { enabled: false }), observedAt: NOW };
const untold = { ...unknown('permission', ''), observedAt: NOW };
const gone = { ...absent('no firewall at all'), observedAt: NOW };

const word = (
  firewall: NonNullable<Signals['firewall']>,
  more: Partial<SourceSignals> = {},
): SourceSignals => ({
  ...{ source: 'mdm:intune', signals: { firewall }, evidenceAt: NOW, clockSkew: 0 },
  ...more,
});

function judge(
  agent: NonNullable<Signals['firewall']> | null,
  others: SourceSignals[],
  fields = 'unknown: fail',
) {
  const signals = laptop({ firewall: agent });
  const { checks } = assess(policyOf(fields), signals, at(NOW, { otherSources: others }));
  return checks[0];
}

describe('when sources disagree', () => {
  it.each([
    ['strictest', on, off, 'fail'],
    ['strictest', off, on, 'fail'],
    ['strictest', on, gone, 'fail'],
    ['any', on, off, 'pass'],
    ['any', off, on, 'pass'],
    ['agent', on, off, 'pass'],
    ['agent', off, on, 'fail'],
  ] as const)('%s of the agent’s word and another’s counts', (rule, agent, other, outcome) => {
    expect(judge(agent, [word(other)], `sources: ${rule}`)?.outcome).toBe(outcome);
  });

  it('the strictest counts unless the policy says otherwise, and administrators read whose word it is', () => {
    expect(judge(on, [word(off)])).toMatchObject({
      outcome: 'fail',
      explain:
        'The firewall (nftables) is off. Expected: E. By the word of mdm:intune; agent says that it passes.',
      user: 'The firewall (nftables) is off.',
    });
  });

  it('and there are three, all are heard', () => {
    const others = [word(on, { source: 'mdm:intune' }), word(off, { source: 'edr:crowdstrike' })];
    expect(judge(on, others)?.explain).toMatch(
      /By the word of edr:crowdstrike; agent says that it passes, mdm:intune says that it passes\.$/,
    );
  });
});

describe('who could not tell', () => {
  it('says nothing against who could, in either direction', () => {
    for (const rule of ['strictest', 'any']) {
      expect(judge(on, [word(untold)], `sources: ${rule}`)?.outcome).toBe('pass');
      expect(judge(untold, [word(on)], `sources: ${rule}`)?.outcome).toBe('pass');
      expect(judge(null, [word(off)], `sources: ${rule}`)?.outcome).toBe('fail');
    }
    expect(judge(untold, [word(untold)])?.outcome).toBe('unknown');
  });

  it('is also who spoke too long ago', () => {
    expect(judge(on, [word(off, { evidenceAt: NOW - 24 * HOUR })])?.outcome).toBe('pass');
    expect(judge(on, [word(off, { evidenceAt: NOW - 24 * HOUR + 1 })])?.outcome).toBe('fail');
  });
});

describe('another source', () => {
  it('has no say in checks that read nothing of what it tells', () => {
    const { checks } = assess(policyOf('unknown: fail'), laptop(), at(NOW, { otherSources: [word(off)] }));
    expect(checks.map(({ outcome }) => outcome)).toEqual(['fail', 'pass']);
  });

  it('can speak while the agent is silent, for what it tells and no more', () => {
    const evidenceAt = NOW - 48 * HOUR;
    const context = at(NOW, { evidenceAt, otherSources: [word(on)] });
    const { checks } = assess(policyOf('unknown: fail'), laptop(), context);
    expect(checks.map(({ outcome }) => outcome)).toEqual(['pass', 'unknown']);
  });

  it('is looked at again when its word becomes too old', () => {
    const told = word(off, { evidenceAt: NOW - HOUR });
    const judged = assess(policyOf('unknown: fail'), laptop(), at(NOW, { otherSources: [told] }));
    expect(judged.nextLookAt).toBe(NOW + 23 * HOUR);
  });

  it('is dated by its own clock', () => {
    const observedAt = NOW - 7 * HOUR;
    const told = (clockSkew: number) => [word({ ...off, observedAt }, { clockSkew })];
    expect(judge(on, told(0), 'max_age: 6h')?.outcome).toBe('pass');
    expect(judge(on, told(2 * HOUR), 'max_age: 6h')?.outcome).toBe('fail');
  });
});
