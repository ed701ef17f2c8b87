import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicy, PolicyError } from './load.ts';

const baseline = readFileSync(new URL('./baseline.yaml', import.meta.url), 'utf8');

const small = (check: string) => `policy: small
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 90m
checks:
  - id: firewall
    title: The firewall is on
    weight: 1
    explain: It is on.
${check}`;

const problemsOf = (text: string): string[] => {
  try {
    loadPolicy(text, 'p.yaml');
  } catch (error) {
    if (error instanceof PolicyError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('loading a policy', () => {
  it('fills in the defaults and knows what each check reads', () => {
    const policy = loadPolicy(
      small('    when: device.platform == "linux"\n    pass: firewall.enabled\n'),
      'p.yaml',
    );
    expect(policy).toMatchObject({
      name: 'small',
      evidenceMaxAgeMs: 5_400_000,
      reads: ['firewall', 'device'],
    });
    expect(policy.checks[0]).toMatchObject({
      required: false,
      unknown: 'fail',
      absent: 'fail',
      signals: ['firewall'],
      subjects: ['firewall'],
    });
  });

  it('names the signal that a derived variable comes from', () => {
    const check = loadPolicy(small('    pass: os_support.status == "supported"\n'), 'p.yaml').checks[0];
    expect(check?.signals).toEqual(['os']);
  });

  it('names the same judgement by the same hash, however it is written', () => {
    const hash = loadPolicy(baseline, 'baseline.yaml').hash;
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const rewritten = baseline
      .replaceAll(/^ *#.*\n/gm, '')
      .replace('tiers: { trusted: 80, limited: 50 }', 'tiers:\n  limited: 50\n  trusted: 80');
    expect(rewritten).not.toBe(baseline);
    expect(loadPolicy(rewritten, 'other.yaml').hash).toBe(hash);
    expect(loadPolicy(baseline.replace('weight: 30', 'weight: 31'), 'baseline.yaml').hash).not.toBe(hash);
    const implicit = small('    pass: firewall.enabled\n');
    expect(loadPolicy(`${implicit}    unknown: fail\n`, 'p').hash).toBe(loadPolicy(implicit, 'p').hash);
  });
});

describe('a document that is not a policy', () => {
  it('is refused with every problem and where it is', () => {
    const text = `policy: Bad Name
tiers: { trusted: 50, limited: 50, best: 3 }
evidence_max_age: soon
checks:
  - id: firewall
    title: The firewall is on
    pass: firewall.enabled
    weight: 0
    grace: 24h
    explain: It is on.
  - id: disk
    unknown: maybe
`;
    expect(problemsOf(text)).toEqual([
      'p.yaml:1:9: must match pattern "^[a-z][a-z0-9-]{0,62}$"',
      'p.yaml:2:42: unknown field: best',
      'p.yaml:3:19: must match pattern "^[1-9][0-9]{0,4}[smhd]$"',
      'p.yaml:8:13: must be >= 1',
      'p.yaml:9:12: unknown field: grace',
      'p.yaml:11:5: missing field: title',
      'p.yaml:11:5: missing field: pass',
      'p.yaml:11:5: missing field: weight',
      'p.yaml:11:5: missing field: explain',
      'p.yaml:12:14: must be one of pass, fail, ignore',
    ]);
  });

  it('is refused with the line and column of every wrong condition', () => {
    const text = baseline
      .replace('pass: firewall.enabled', 'pass: firewall.enabeld')
      .replace('"!reboot_pending.pending"', '"!reboot_pending"')
      .replace('s.service ==', 's.sevrice ==');
    const at = (needle: string) => {
      const line = text.slice(0, text.indexOf(needle)).split('\n').length;
      return `p.yaml:${line}:${(text.split('\n')[line - 1]?.indexOf(needle) ?? 0) + 1}`;
    };
    expect(problemsOf(text)).toEqual([
      `${at('enabeld')}: no such key: enabeld`,
      `${at('!reboot_pending"')}: no such overload: !RebootPending`,
      `${at('sevrice')}: no such key: sevrice`,
    ]);
  });

  it('is refused for tiers in the wrong order and ids used twice', () => {
    const text = baseline.replace('trusted: 80', 'trusted: 50').replace('id: firewall', 'id: edr-running');
    expect(problemsOf(text).map((problem) => problem.replace(/^.*: /, ''))).toEqual([
      'must be more than limited (50)',
      'edr-running is the id of an earlier check',
    ]);
  });

  it.each([
    ['broken YAML', 'policy: [', /^p\.yaml:1:10: /],
    ['nothing', '', /^p\.yaml:1:1: must be object/],
    ['a list', '- policy', /^p\.yaml:1:1: must be object/],
    ['a key twice', 'policy: a\npolicy: b\n', /^p\.yaml:2:1: Map keys must be unique/],
    ['too much', '#'.repeat(300_000), /larger than/],
  ])('is refused when it is %s', (_, text, message) => {
    expect(problemsOf(text)[0]).toMatch(message);
  });

  it('is refused when aliases would blow it up', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(8).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n`;
    expect(problemsOf(bomb)[0]).toMatch(/alias/);
  });
});
