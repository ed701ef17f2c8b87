import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from './load.ts';
import { PolicyError } from './problems.ts';

const baseline = readFileSync(new URL('./built-in/baseline.yaml', import.meta.url), 'utf8');

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

describe('what a check says of its consequences', () => {
  const checkOf = (fields: string) =>
    loadPolicy(small(`    pass: firewall.enabled\n${fields}`), 'p.yaml').checks[0];

  it('is to count at once, for everybody, unless it says otherwise', () => {
    expect(checkOf('')).toMatchObject({
      holdMs: 0,
      graceMs: 0,
      staging: { enforce: null, warn: null, otherwise: 'enforce' },
      audience: 'both',
      maxAgeMs: null,
      sources: 'strictest',
      explainUser: '',
    });
  });

  it('can be waited for, staged, and addressed', () => {
    const check = checkOf(`    hold: 5m
    grace: 24h
    stage: { enforce: { groups: [pilot], percent: 5 }, warn: { percent: 50 } }
    audience: it
    max_age: 6h
    sources: any
    explain_user: It keeps strangers out.
`);
    expect(check).toMatchObject({
      holdMs: 300_000,
      graceMs: 86_400_000,
      staging: {
        enforce: { groups: ['pilot'], percent: 5 },
        warn: { groups: [], percent: 50 },
        otherwise: 'observe',
      },
      audience: 'it',
      maxAgeMs: 21_600_000,
      sources: 'any',
      explainUser: 'It keeps strangers out.',
    });
  });

  it('is refused when its text for the user tells a value that its condition is configured with', () => {
    const text = small(`    pass: os.version >= "12.4" && size(local_admins.accounts) <= 3
    explain_user: Only 3 people may administer it.
`);
    expect(problemsOf(text)[0]).toMatch(
      /^p\.yaml:10:19: tells the user "3", which the check is configured with/,
    );
    expect(problemsOf(text.replace('Only 3', 'Version 12.4; 13'))[0]).toContain('tells the user "12.4"');
    expect(problemsOf(text.replace('Only 3', 'Few (13 of 30)'))).toEqual([]);
  });

  it('holds for exemptions what the policy says, and what is careful where it says nothing', () => {
    const rules = (text: string) => loadPolicy(text, 'p.yaml').exemptions;
    const plain = small('    pass: firewall.enabled\n');
    expect(rules(plain)).toMatchObject({ secondPerson: { renewals: true, required: true } });
    const own = `exemptions: { max_length: 7d, max_open: 3, second_person: [] }\n${plain}`;
    expect(rules(own)).toMatchObject({
      maxLengthMs: 7 * 86_400_000,
      maxOpen: 3,
      secondPerson: { renewals: false, required: false },
    });
    expect(loadPolicy(own, 'p').hash).not.toBe(loadPolicy(plain, 'p').hash);
    const generous = `exemptions: { max_length: 999d, break_glass_max: 30d }\n${plain}`;
    expect(rules(generous)).toMatchObject({ maxLengthMs: 366 * 86_400_000, breakGlassMaxMs: 7 * 86_400_000 });
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
    mercy: 24h
    explain: It is on.
  - id: disk
    unknown: maybe
`;
    expect(problemsOf(text)).toEqual([
      'p.yaml:1:9: must match pattern "^[a-z][a-z0-9-]{0,62}$"',
      'p.yaml:2:42: unknown field: best',
      'p.yaml:3:19: must be a whole number of up to five digits and a unit (s, m, h, d), as in 90s, 30m, 24h, 7d',
      'p.yaml:8:13: must be >= 1',
      'p.yaml:9:12: unknown field: mercy',
      'p.yaml:11:5: missing field: title',
      'p.yaml:11:5: missing field: pass',
      'p.yaml:11:5: missing field: weight',
      'p.yaml:11:5: missing field: explain',
      'p.yaml:12:14: must be one of pass, fail, ignore',
    ]);
  });

  it('is refused with its wrong conditions, too, however wrong its shape is', () => {
    const text = `policy: p
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - id: firewall
    title: The firewall is on
    wieght: 1
    pass: firewall.enabeld
    explain: It is on.
`;
    expect(problemsOf(text)).toEqual([
      'p.yaml:5:5: missing field: weight',
      expect.stringMatching(/^p\.yaml:7:\d+: unknown field: wieght.*weight/),
      expect.stringMatching(/^p\.yaml:8:20: .*enabeld.*enabled/),
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
      `${at('enabeld')}: Firewall has no field enabeld: did you mean enabled?`,
      `${at('!reboot_pending"')}: no such overload: !RebootPending`,
      `${at('sevrice')}: RemoteAccessService has no field sevrice: did you mean service?`,
    ]);
  });

  it('is refused for tiers in the wrong order and ids used twice', () => {
    const text = baseline.replace('trusted: 80', 'trusted: 50').replace('id: firewall', 'id: edr-running');
    expect(problemsOf(text).map((problem) => problem.replace(/^.*: /, ''))).toEqual([
      'must be more than limited (50)',
      'edr-running is the id of an earlier check, which can be changed under overrides',
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

  it.each([
    ['flow lists', '['.repeat(100_000)],
    ['lists', '- '.repeat(100_000)],
    ['mappings', `${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ])('is refused, not crashed on, when %s lie too deep within one another', (_, text) => {
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('too many lists and mappings within one another'),
    ]);
  });

  it('is refused when it has too many checks, or all of them together cost too much', () => {
    const many = (count: number, pass: string) =>
      small('    pass: firewall.enabled\n') +
      Array.from(
        { length: count },
        (_, i) => `  - { id: c${i}, title: T, weight: 1, explain: E., pass: '${pass}' }\n`,
      ).join('');
    expect(problemsOf(many(200, 'true'))[0]).toMatch(/^p\.yaml:5:3: more than 200 checks/);
    const pairs = 'os.id_like.all(a, firewall.evidence.all(b, a.size() > b.size()))';
    expect(problemsOf(many(2, pairs))).toEqual([]);
    expect(problemsOf(many(100, pairs))[0]).toMatch(
      /all conditions together may take \d+ steps, more than 1000000/,
    );
  });

  it.each(['24H', '1.5h', '2w', '0h', '24', '100000d'])('says how a time is written: %s', (time) => {
    expect(problemsOf(baseline.replace(/evidence_max_age: \S+/, `evidence_max_age: ${time}`))).toEqual([
      'p.yaml:18:19: must be a whole number of up to five digits and a unit (s, m, h, d), as in 90s, 30m, 24h, 7d',
    ]);
  });

  it('is refused when what groups have enabled, or otherwise, costs too much together', () => {
    const pairs = 'os.id_like.all(a, firewall.evidence.all(b, a.size() > b.size()))';
    const ids = Array.from({ length: 100 }, (_, i) => `c${i}`);
    const grouped = (pass: string, override: object | null) =>
      small('    pass: firewall.enabled\n') +
      ids
        .map((id) => `  - { id: ${id}, title: T, weight: 1, explain: E., enabled: false, pass: '${pass}' }\n`)
        .join('') +
      (override
        ? `groups: { lab: { overrides: ${JSON.stringify(Object.fromEntries(ids.map((id) => [id, override])))} } }\n`
        : '');
    const tooMuch = /all conditions together may take \d+ steps, more than 1000000/;
    expect(problemsOf(grouped(pairs, null))).toEqual([]);
    expect(problemsOf(grouped(pairs, { enabled: true }))[0]).toMatch(tooMuch);
    expect(problemsOf(grouped('true', { enabled: true, pass: pairs }))[0]).toMatch(tooMuch);
  });

  it('is refused when a group that is only a number would have another place than it was written at', () => {
    const grouped = (...names: string[]) =>
      small('    pass: firewall.enabled\n').concat(
        'groups:\n',
        ...names.map((name) => `  ${name}: { evidence_max_age: 1h }\n`),
      );
    expect(problemsOf(grouped('lab-20', '10th'))).toEqual([]);
    expect(problemsOf(grouped('20'))).toEqual([]);
    expect(problemsOf(grouped('lab', '"20"'))).toEqual([
      expect.stringContaining('20 is only a number, and has no place among groups'),
    ]);
  });

  it('is refused when aliases would blow it up', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(8).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n`;
    expect(problemsOf(bomb)[0]).toMatch(/alias/);
  });
});
