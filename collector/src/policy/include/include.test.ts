import { describe, expect, it } from 'vitest';
import { loadPolicy, policyText } from '../load.ts';
import { PolicyError } from '../problems.ts';
import { resolveName } from './include.ts';

const check = (id: string, more = '') =>
  `  - { id: ${id}, title: T, explain: E., weight: 1, pass: firewall.enabled${more} }\n`;
const head = 'tiers: { trusted: 80, limited: 50 }\nevidence_max_age: 24h\n';

const load = (files: Record<string, string>, first = 'main.yaml') =>
  loadPolicy(files[first] ?? '', first, (name) => files[name] ?? null);

const problemsOf = (files: Record<string, string>): string[] => {
  try {
    load(files);
  } catch (error) {
    if (error instanceof PolicyError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('what a policy includes', () => {
  const files = {
    'main.yaml': `policy: main
include: [parts/more.yaml, base.yaml]
tiers: { trusted: 90, limited: 60 }
checks:
${check('own')}
overrides:
  base: { weight: 7, remedy: { macos: Ask. } }
`,
    'base.yaml': `policy: base\n${head}checks:\n${check('base', ', remedy: { linux: Read. }')}`,
    'parts/more.yaml': `policy: more\ninclude: [../base.yaml]\nevidence_max_age: 2h\nchecks:\n${check('more')}`,
  };

  it('comes before it, each document once, and what is written later wins', () => {
    const policy = load(files);
    expect(policy.files).toEqual(['base.yaml', 'parts/more.yaml', 'main.yaml']);
    expect(policy).toMatchObject({
      name: 'main',
      tiers: { trusted: 90, limited: 60 },
      evidenceMaxAgeMs: 7_200_000,
    });
    expect(policy.checks.map(({ id }) => id)).toEqual(['base', 'more', 'own']);
  });

  it('is changed by overrides, field by field', () => {
    const [base] = load(files).checks;
    expect(base).toMatchObject({ title: 'T', weight: 7, remedy: { linux: 'Read.', macos: 'Ask.' } });
  });

  it('is part of what the policy is named by', () => {
    const other = { ...files, 'base.yaml': files['base.yaml'].replace('24h', '12h').replace('E.', 'Else.') };
    expect(load(other).hash).not.toBe(load(files).hash);
  });

  it('can be written out as one document, which is the same policy', () => {
    const policy = load(files);
    const alone = loadPolicy(policyText(policy), 'whole.yaml');
    expect(alone).toMatchObject({ hash: policy.hash, files: ['whole.yaml'] });
  });
});

describe('a policy is refused when it', () => {
  const base = { 'base.yaml': `policy: base\n${head}checks:\n${check('firewall')}` };
  const main = (text: string) => ({ ...base, 'main.yaml': `policy: main\ninclude: [base.yaml]\n${text}` });

  it.each([
    [
      'includes itself',
      { 'main.yaml': 'policy: a\ninclude: [b.yaml]\n', 'b.yaml': 'policy: b\ninclude: [main.yaml]\n' },
      'b.yaml:2:11: main.yaml includes itself: main.yaml → b.yaml → main.yaml',
    ],
    [
      'includes what is not there',
      { 'main.yaml': 'policy: a\ninclude: [b.yaml]\n' },
      'main.yaml:2:11: there is no b.yaml',
    ],
    [
      'leaves its directory',
      { 'main.yaml': 'policy: a\ninclude: [../b.yaml]\n' },
      "main.yaml:2:11: ../b.yaml is not beside or below the policy's first document",
    ],
    [
      'has a check that an included one has',
      main(`checks:\n${check('firewall')}`),
      'main.yaml:4:11: firewall is the id of an earlier check, which can be changed under overrides',
    ],
    [
      'overrides a check that there is not',
      main('overrides: { firewal: { weight: 3 } }\n'),
      'main.yaml:3:23: there is no check firewal before this: did you mean firewall?',
    ],
    [
      'overrides a condition with a wrong one',
      main('overrides:\n  firewall:\n    pass: firewall.enabeld\n'),
      'main.yaml:5:20: Firewall has no field enabeld: did you mean enabled?',
    ],
    [
      'is wrong in a group',
      main('groups:\n  eng:\n    overrides: { firewall: { when: os.nmae } }\n'),
      'main.yaml:5:39: Os has no field nmae: did you mean name?',
    ],
    [
      'has tiers in the wrong order in a group',
      main('groups:\n  eng: { tiers: { trusted: 10, limited: 20 } }\n'),
      'main.yaml:4:28: must be more than limited (20)',
    ],
    [
      'is nothing but what it includes, and that has no checks',
      { 'main.yaml': 'policy: a\ninclude: [b.yaml]\n', 'b.yaml': `policy: b\n${head}` },
      'main.yaml:1:1: missing field: checks',
    ],
  ])('%s', (_, files, problem) => {
    expect(problemsOf(files as unknown as Record<string, string>)).toEqual([problem]);
  });

  it('includes too many documents, or too deep', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`${i}.yaml`, `policy: p\ninclude: [${i + 1}.yaml]\n`]),
    );
    expect(problemsOf({ ...chain, 'main.yaml': 'policy: p\ninclude: [0.yaml]\n' })).toEqual([
      '4.yaml:2:11: included 5 documents deep: that is enough',
    ]);
    const wide = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.yaml`, 'policy: p\n']));
    const list = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => `${from + i}.yaml`).join(', ');
    const files = {
      ...wide,
      'main.yaml': `policy: p\ninclude: [a.yaml, ${list(0, 15)}]\n`,
      'a.yaml': `policy: p\ninclude: [${list(15, 30)}]\n`,
    };
    expect(problemsOf(files).at(-1)).toMatch(/^main\.yaml:2:\d+: more than 20 documents$/);
  });

  it('includes something where nobody can read files', () => {
    expect(() => loadPolicy('policy: p\ninclude: [b.yaml]\n', 'p')).toThrow(
      'p:2:11: includes are resolved where the files are: use assay-collector policy',
    );
  });
});

it.each([
  ['b.yaml', 'a.yaml', 'b.yaml'],
  ['./b.yaml', 'x/a.yaml', 'x/b.yaml'],
  ['../b.yaml', 'x/a.yaml', 'b.yaml'],
  ['y/../../b.yaml', 'x/a.yaml', 'b.yaml'],
  ['assay:baseline', 'x/a.yaml', 'assay:baseline'],
  ['../b.yaml', 'a.yaml', null],
  ['x/../../b.yaml', 'a.yaml', null],
  ['/etc/passwd', 'a.yaml', null],
  ['..\\b.yaml', 'x/a.yaml', null],
  ['C:b.yaml', 'a.yaml', null],
  ['file:b.yaml', 'a.yaml', null],
  ['b.yaml', 'assay:baseline', null],
  ['.', 'a.yaml', null],
])('%s from %s is %s', (wanted, from, name) => {
  expect(resolveName(wanted, from)).toBe(name);
});
