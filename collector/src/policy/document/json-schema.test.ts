import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPolicy } from '../load.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** As an editor sees it: another implementation of JSON Schema. */
const validate = new Ajv2020().compile(JSON.parse(read('./policy.schema.json')));

describe('the published JSON Schema', () => {
  it.each(['baseline', 'starter', 'strict'])('accepts %s', (name) => {
    expect(validate(parse(read(`../built-in/${name}.yaml`))) || validate.errors).toBe(true);
  });

  it.each([
    ['a misspelt field', { policy: 'p', cheks: [] }],
    ['a document without a name', { checks: [] }],
    ['a duration without a unit', { policy: 'p', evidence_max_age: '90' }],
    ['an override of an id', { policy: 'p', overrides: { firewall: { id: 'x' } } }],
    ['a group with nothing different', { policy: 'p', groups: { kiosks: {} } }],
  ])('refuses %s, as loading does', (_, document) => {
    expect(validate(document)).toBe(false);
    expect(() => loadPolicy(JSON.stringify(document), 'p')).toThrow();
  });
});

it('the example in the documentation is a policy', () => {
  const example =
    /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(read('../../../docs/policy.md'))?.[1] ?? '';
  const policy = loadPolicy(example, 'acme.yaml', (name) =>
    read(`../built-in/${name.replace('assay:', '')}.yaml`),
  );
  expect(policy.checks.find(({ id }) => id === 'firewall')?.staging.otherwise).toBe('enforce');
  expect(policy.checks.at(-1)).toMatchObject({ id: 'browser-current', graceMs: 3 * 86_400_000 });
});
