import { type EdrProduct, type JudgedAttestation, ok } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { assess } from './assess.ts';
import { at, laptop, NOW } from './testdata/laptops.ts';

const HOUR = 3_600_000;
const policyOf = (pass: string, sources = 'strictest') =>
  loadPolicy(
    `policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - { id: edr, title: T, explain: E., weight: 1, sources: ${sources}, pass: '${pass}' }
`,
    'test.yaml',
  );
const RUNS = 'edr.products.exists(p, p.running)';
const GOOD = 'edr.attestations.exists(a, a.overall >= 70)';

const attested = (running: boolean, said: Partial<JudgedAttestation>) => {
  const product: EdrProduct = {
    ...{ product: 'crowdstrike-falcon', vendor: 'CrowdStrike', kind: 'edr' },
    ...{ installed: true, running, evidence: [] },
  };
  const attestation: JudgedAttestation = {
    ...{
      product: 'crowdstrike-falcon',
      format: 'crowdstrike_zta',
      source: 'edr:crowdstrike',
      token: 'a.b.c',
    },
    ...{ algorithm: 'RS256', agrees: [], contradicts: [], verification: 'verified', overall: 71 },
    ...{ issued_at_ms: NOW - HOUR, expires_at_ms: NOW + HOUR, ...said },
  };
  return laptop({ edr: ok({ products: [product], attestations: [attestation] }) });
};
const judge = (pass: string, signals: ReturnType<typeof laptop>, sources?: string, now = NOW) =>
  assess(policyOf(pass, sources), signals, at(now, { evidenceAt: NOW })).checks[0];

const word = (source: string, outcome: string) => ({ source, outcome });

describe('what a vendor signed and the collector verified', () => {
  it('corroborates the agent, and both words are shown', () => {
    expect(judge(RUNS, attested(true, {}))).toMatchObject({
      outcome: 'pass',
      sources: [word('agent', 'pass'), word('edr:crowdstrike', 'pass')],
    });
  });

  it('contradicts the agent, and the policy says whose word counts', () => {
    const signals = attested(false, {});
    expect(judge(RUNS, signals)).toMatchObject({
      outcome: 'fail',
      explain: expect.stringContaining('By the word of agent; edr:crowdstrike says that it passes.'),
    });
    expect(judge(RUNS, signals, 'any')).toMatchObject({ outcome: 'pass' });
    expect(judge(RUNS, signals, 'agent')).not.toHaveProperty('sources');
  });

  it('is what conditions over its scores read', () => {
    expect(judge(GOOD, attested(true, {}))?.outcome).toBe('pass');
    expect(judge(GOOD, attested(true, { overall: 20 }))?.outcome).toBe('fail');
  });

  it('counts until it expires, at which the device is judged again', () => {
    const signals = attested(true, {});
    const end = NOW + HOUR + 60_000;
    expect(assess(policyOf(GOOD), signals, at(NOW)).nextLookAt).toBe(end);
    expect(judge(GOOD, signals, 'strictest', end - 1)?.outcome).toBe('pass');
    expect(judge(GOOD, signals, 'strictest', end)?.outcome).toBe('unknown');
  });

  it('is of no check that does not read it', () => {
    expect(judge('firewall.enabled', attested(true, {}))).not.toHaveProperty('sources');
  });
});

describe.each(['unverified', 'invalid', undefined] as const)('a statement that is %s', (verification) => {
  const signed = verification === undefined ? {} : { verification };
  const said = (running: boolean, more: Partial<JudgedAttestation> = {}) => {
    const signals = attested(running, more);
    const [one] = (signals.edr?.status === 'ok' && signals.edr.value.attestations) || [];
    if (one) {
      delete (one as JudgedAttestation).verification;
      Object.assign(one, signed);
    }
    return signals;
  };

  it('is not there for what would pass by it', () => {
    expect(judge(GOOD, said(true))).toMatchObject({
      outcome: 'unknown',
      sources: [word('agent', 'unknown'), { source: 'edr:crowdstrike', outcome: 'pass', unproven: true }],
    });
    expect(judge(RUNS, said(false), 'any')?.outcome).toBe('fail');
  });

  it('counts against the device', () => {
    expect(judge('!has(edr.attestations)', said(true))).toMatchObject({
      outcome: 'fail',
      explain: expect.stringContaining('By the word of edr:crowdstrike; agent says that it passes.'),
    });
  });

  it('does not turn what could not be told into a fail, which might be in grace', () => {
    expect(judge(GOOD, said(true, { overall: 20 }))?.outcome).toBe('unknown');
  });
});
