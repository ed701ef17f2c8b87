import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseExamples } from '../policy/examples.ts';
import { loadPolicy } from '../policy/load.ts';
import { tryExamples } from './try-examples.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../policy/built-in', name), 'utf8');
const baseline = loadPolicy(read('baseline.yaml'), 'baseline.yaml');
const NOW = Date.UTC(2026, 0, 5);

const example = (signals: string, expected: string) =>
  parseExamples(
    `examples: [{ name: one, platform: linux, signals: ${signals}, expect: ${expected} }]`,
    'e.yaml',
  );

describe('examples beside a policy', () => {
  it('of the baseline are all as expected', () => {
    const results = tryExamples(baseline, parseExamples(read('baseline.examples.yaml'), 'e.yaml'), NOW);
    expect(results.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(results.length).toBeGreaterThan(4);
  });

  it('that differ say how', () => {
    const wrong = example(
      '{ firewall: { enabled: true } }',
      '{ tier: trusted, score: 90, checks: { firewall: fail, x: pass } }',
    );
    const [result] = tryExamples(baseline, wrong, NOW);
    expect(result?.differences).toEqual([
      'expected tier trusted, got untrusted',
      expect.stringMatching(/^expected score 90, got \d+$/),
      'expected firewall to be fail, got pass',
      'expected x to be pass, but there is no such check',
    ]);
  });

  it.each([
    ['{ firewal: { enabled: true } }', 'there is no signal firewal'],
    ['{ firewall: { enabeld: true } }', 'there is no field enabeld; there are enabled, backend, evidence'],
    [
      '{ disk_encryption: { system_volume: { encripted: true } } }',
      'disk_encryption.system_volume: there is no field encripted',
    ],
    ['{ edr: { products: [{ kinds: edr }] } }', 'there is no field kinds'],
    ['{ disk_encryption: { system_volume: null } }', 'system_volume: expected a mapping, got null'],
    ['{ edr: { products: [{ kind: edrr }] } }', 'edr.products[0].kind: expected one of edr, antivirus'],
    ['{ edr: { products: {} } }', 'edr.products: expected a list, got {}'],
    ['{ firewall: { enabled: "no" } }', 'firewall.enabled: expected true or false, got "no"'],
    ['{ updates: { pending_security: none } }', 'pending_security: expected a whole number, got "none"'],
    ['{ os: { version: 24.10 } }', 'os.version: expected a text, in quotes, got 24.1'],
    ['{ edr: { unknown: tired } }', 'edr.unknown: expected one of'],
  ])('with a slip of the pen are refused: %s', (signals, message) => {
    expect(() => example(signals, '{ tier: trusted }')).toThrow(message);
  });

  it.each([
    ['verified', 'pass'],
    ['unverified', 'unknown'],
  ])('say what was found of a statement that a vendor signed: %s', (verification, outcome) => {
    const policy = loadPolicy(
      `policy: p
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - id: zta
    title: T
    explain: E.
    weight: 1
    sources: agent
    pass: edr.attestations.exists(a, a.verification == "verified" && a.overall >= 70)
`,
      'p.yaml',
    );
    const statement = `{ product: crowdstrike-falcon, source: "edr:crowdstrike", overall: 80, verification: ${verification} }`;
    const examples = example(`{ edr: { attestations: [${statement}] } }`, `{ checks: { zta: ${outcome} } }`);
    expect(tryExamples(policy, examples, NOW)).toEqual([{ name: 'one', differences: [] }]);
  });

  it('that expect nothing, or are no examples, are refused', () => {
    expect(() => example('{}', '{}')).toThrow('e.yaml');
    expect(() => parseExamples('policy: x', 'e.yaml')).toThrow('e.yaml');
  });
});
