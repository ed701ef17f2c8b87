import { type JudgedAttestation, ok, type Signals } from '@assay/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPolicy } from '../policy/load.ts';
import { assess } from './assess.ts';
import { anyContext, anySignals } from './testdata/arbitraries.ts';

// ASSAY_PROPERTY_RUNS=1000000 for a long night.
const RUNS = Number(process.env.ASSAY_PROPERTY_RUNS ?? 2000);
const TIMEOUT_MS = 60_000 + RUNS * 20;

const CONDITIONS = [
  'edr.products.exists(p, p.running)',
  'edr.attestations.exists(a, a.overall >= 70)',
  'edr.attestations.all(a, a.overall >= 70)',
  '!edr.attestations.exists(a, a.overall < 70)',
  '!has(edr.attestations) || edr.attestations.size() == 1',
  'has(edr.attestations)',
  'size(edr.attestations) == 0 || firewall.enabled',
  'edr.attestations.exists(a, a.verification != "verified")',
];
const rule = fc.constantFrom('pass', 'fail', 'ignore');
const check = fc.record({
  when: fc.constantFrom(undefined, 'has(edr.attestations)', 'edr.attestations.exists(a, a.overall > 50)'),
  pass: fc.constantFrom(...CONDITIONS),
  required: fc.boolean(),
  unknown: rule,
  absent: rule,
  hold: fc.constantFrom('0s', '1h'),
  grace: fc.constantFrom('0s', '1h'),
  max_age: fc.constantFrom(undefined, '1h'),
  sources: fc.constantFrom(undefined, 'strictest', 'agent', 'any'),
});
const anyPolicy = fc.array(check, { minLength: 1, maxLength: 5 }).map((checks) =>
  loadPolicy(
    JSON.stringify({
      ...{ policy: 'p', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' },
      checks: checks.map((one, i) => ({ ...one, id: `c${i}`, title: 'T', weight: i + 1, explain: 'E' })),
    }),
    'p.yaml',
  ),
);
const attestation = fc.record(
  {
    overall: fc.nat(100),
    issued_at_ms: fc.nat(),
    expires_at_ms: fc.nat(),
    verification: fc.constantFrom('unverified' as const, 'invalid' as const),
  },
  { requiredKeys: [] },
);

const withStatement = (signals: Signals, said: object): Signals => {
  const { edr } = signals;
  const one = {
    ...{
      product: 'crowdstrike-falcon',
      format: 'crowdstrike_zta',
      source: 'edr:crowdstrike',
      token: 'a.b.c',
    },
    ...{ algorithm: 'RS256', agrees: [], contradicts: [], ...said },
  } as JudgedAttestation;
  if (edr?.status !== 'ok')
    return { ...signals, edr: { ...ok({ products: [], attestations: [one] }), observedAt: 0 } };
  return { ...signals, edr: { ...edr, value: { ...edr.value, attestations: [one] } } };
};
const without = (signals: Signals): Signals => {
  if (signals.edr?.status !== 'ok') return signals;
  const { attestations: _, ...value } = signals.edr.value;
  return { ...signals, edr: { ...signals.edr, value } };
};

it('what nobody verified never raises a score, whatever the policy asks of it', {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(anyPolicy, anySignals, attestation, anyContext, (policy, signals, said, context) => {
      const forged = withStatement(signals, said);
      const { otherSources: _, ...alone } = context;
      const [plain, boasted] = [without(forged), forged].map((each) => assess(policy, each, alone).score);
      expect(boasted).toBeLessThanOrEqual(plain ?? 0);
    }),
    { numRuns: RUNS },
  );
});
