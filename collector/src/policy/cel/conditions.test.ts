import type { EdrProduct } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { ConditionError, compileCondition } from './conditions.ts';

const product = (fields: Partial<EdrProduct>): EdrProduct => ({
  product: 'falcon',
  vendor: 'CrowdStrike',
  kind: 'edr',
  installed: true,
  evidence: [],
  ...fields,
});

const problemsOf = (source: string): [string, number][] => {
  try {
    compileCondition(source);
  } catch (error) {
    if (error instanceof ConditionError)
      return error.problems.map(({ message, offset }) => [message, offset]);
    throw error;
  }
  throw new Error(`expected ${source} to be refused`);
};

describe('a condition', () => {
  const running = compileCondition(
    'edr.products.exists(p, p.installed && p.running && !(has(p.healthy) && !p.healthy))',
  );
  const decide = (...products: EdrProduct[]) => running.evaluate({ edr: { products } });

  it('names the variables that it reads, not those that it binds', () => {
    expect(running.reads).toEqual(['edr']);
    expect(compileCondition('device.platform == "linux" && !has(os.variant)').reads).toEqual([
      'device',
      'os',
    ]);
  });

  it('decides by the values', () => {
    expect(decide(product({ running: true }))).toBe(true);
    expect(decide(product({ running: true, healthy: false }))).toBe(false);
    expect(decide()).toBe(false);
  });

  it('is undecided when a field that it needs is missing', () => {
    expect(decide(product({}))).toEqual({ undecided: 'running could not be told' });
  });

  it('is decided when another element decides alone', () => {
    expect(decide(product({}), product({ running: true }))).toBe(true);
  });

  it('compares integers', () => {
    const remote_access = { services: [{ service: 'ssh', port: 22, basis: '' }] };
    expect(compileCondition('remote_access.services.all(s, s.port == 22)').evaluate({ remote_access })).toBe(
      true,
    );
  });

  it('is undecided, and does not throw, when a step fails', () => {
    expect(compileCondition('1 / 0 == 1').evaluate({})).toHaveProperty('undecided');
  });
});

describe('versions', () => {
  const isAtLeast = (version: string | undefined, least: string) =>
    compileCondition(`os.version.versionAtLeast("${least}")`).evaluate({ os: { version } });

  it.each([
    ['14.5', '14.5', true],
    ['14.10', '14.9', true],
    ['14', '14.0.0', true],
    ['14.4.9', '14.5', false],
    ['10.0.26100.4061', '10.0.26100', true],
    ['6.1.0-40-amd64', '6.1.1', false],
  ])('%s is at least %s: %s', (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected);
  });

  it('are undecided when one is missing or is none', () => {
    expect(isAtLeast(undefined, '1')).toEqual({ undecided: 'version could not be told' });
    expect(isAtLeast('rolling', '1')).toEqual({
      undecided: 'expected a version such as 14.5, got "rolling"',
    });
  });
});

describe('whole numbers', () => {
  const evaluate = (source: string) => compileCondition(source).evaluate({});
  const large = String(Number.MAX_SAFE_INTEGER);

  it('are exact beyond what a JavaScript number holds', () => {
    expect(evaluate(`${large} + 2 == ${large} + 1`)).toBe(false);
    expect(evaluate(`${large} * 1000 / 1000 == ${large}`)).toBe(true);
    expect(evaluate('-7 / 2 == -3 && -7 % 2 == -1')).toBe(true);
  });

  it('are undecided beyond 64 bits, as CEL says, also where the library goes on', () => {
    const overflow = { undecided: 'a whole number is too large' };
    const smallest = '(-4503599627370496 * 2048)';
    expect(evaluate(`${large} * ${large} > 0`)).toEqual(overflow);
    expect(evaluate(`${smallest} < 0`)).toBe(true);
    expect(evaluate(`-${smallest} > 0`)).toEqual(overflow);
    expect(evaluate(`${smallest} / -1 > 0`)).toEqual(overflow);
  });

  it('that a device reports inexactly could not be told', () => {
    const updates = { source: '', pending: 2 ** 60, evidence: [] };
    expect(compileCondition('updates.pending > 0').evaluate({ updates })).toHaveProperty('undecided');
    expect(compileCondition('has(updates.pending)').evaluate({ updates })).toBe(false);
  });
});

it('lists of a hostile device do not hold the others up', () => {
  const pairs = compileCondition('os.id_like.all(a, firewall.evidence.all(b, a != b))');
  const many = Array.from({ length: 16_000 }, (_, i) => String(i));
  expect(pairs.evaluate({ os: { id_like: many }, firewall: { evidence: ['x'] } })).toEqual({
    undecided: 'more than 20000 list elements would have to be looked at',
  });
  expect(pairs.evaluate({ os: { id_like: many.slice(0, 100) }, firewall: { evidence: many } })).toBe(false);
});

describe('a condition is refused', () => {
  it.each([
    [
      'disk_encription.system_volume.encrypted',
      'unknown variable: disk_encription: did you mean disk_encryption?',
      0,
    ],
    [
      'diskEncryption.system_volume.encrypted',
      'unknown variable: diskEncryption: did you mean disk_encryption?',
      0,
    ],
    ['disk_encryption.system_volume.encryptd', 'Volume has no field encryptd: did you mean encrypted?', 30],
    ['edr.products.exists(p, p.knd == "edr")', 'EdrProduct has no field knd: did you mean kind?', 25],
    ['edr.products.exists(p, has(p.knd))', 'EdrProduct has no field knd: did you mean kind?', 29],
    [
      'edr.products.filter(p, p.installed).exists(p, p.runing)',
      'EdrProduct has no field runing: did you mean running?',
      48,
    ],
    ['has(os.variant) && has( os.nmae )', 'Os has no field nmae: did you mean name?', 27],
    ['edr.products.exists(has_it, has(has_it.knd))', 'EdrProduct has no field knd: did you mean kind?', 39],
    ['edr.products.exsts(p, p.installed)', 'there is no function exsts(): did you mean exists?', 0],
    ['os.name.startWith("D")', 'there is no function startWith(): did you mean startsWith?', 0],
    ['startsWith(os.name, "D")', 'startsWith() is called on a value: value.startsWith(…)', 0],
    ['os.name.split("", 2).size() == 1', 'split() takes 1 arguments, not 2', 0],
    [
      'os_support.status == "suported"',
      '"suported" is none of supported, ended, unlisted: did you mean supported?',
      21,
    ],
    ['edr.products.exists(p, p.kind in ["edr", "av"])', '"av" is none of edr, antivirus, telemetry', 41],
    ['os.version.versionAtLeast("v14.5")', 'expected a version such as 14.5, got "v14.5"', 26],
    ['firewall.enabled ==', 'unexpected token: EOF', 19],
    ['firewall', 'expected true or false, got Firewall', 0],
    [
      'firewall.enabled == "yes"',
      'no such overload: bool == string: did you mean true or false, without quotes?',
      0,
    ],
    ['google.x == 3', 'unknown variable: google', 0],
    ['dyn(firewall).on', 'dyn() would switch type checking off', 0],
    ['edr.products.exists(os, os.installed)', "os is a signal's name", 20],
    ['os.name.matches("(a+)+$")', 'matches() is not available: use startsWith, endsWith or contains', 0],
    ['1.5 > 1', 'only texts, whole numbers, true, false and lists of them can be written', 0],
    ['{"a": true}.a', 'maps are not available', 0],
    ['9007199254740992 > 1', 'the largest number that can be written is 9007199254740991', 0],
    ['firewall["enabled"]', 'expected .field, got [ ]', 0],
    [
      'disk_encryption.system_volume in disk_encryption.volumes',
      'compare fields of Volume, not the whole',
      0,
    ],
  ])('%s', (source, message, offset) => {
    expect(problemsOf(source)).toEqual([[message, offset]]);
  });

  it('with every misspelt name at once', () => {
    expect(problemsOf('firewal.enabled && os.nmae == "x" || edr.products.exists(p, has(p.knd))')).toEqual([
      ['unknown variable: firewal: did you mean firewall?', 0],
      ['Os has no field nmae: did you mean name?', 22],
      ['EdrProduct has no field knd: did you mean kind?', 66],
    ]);
  });

  it.each([
    ['long', `firewall.enabled${' || firewall.enabled'.repeat(200)}`, 'longer than 2000 characters'],
    ['large', `1 in [${'1,'.repeat(600)}1]`, /maxAstNodes/],
    ['deep', `${'('.repeat(200)}true${')'.repeat(200)}`, /maxDepth/],
    [
      'costly: three lists, each with the others',
      'os.id_like.all(a, os.id_like.all(b, os.id_like.all(c, a != b || b != c)))',
      /may take \d+ steps, more than 200000/,
    ],
    [
      'costly: a text that doubles',
      `["ab"]${'.map(x, x + x)'.repeat(25)}.exists(x, x == "")`,
      /may take \d+ steps, more than 200000/,
    ],
    ['deep in not', `${'!'.repeat(1_900)}true`, /maxDepth|maxAstNodes/],
  ])('when it is too %s', (_, source, message) => {
    expect(problemsOf(source)[0]?.[0]).toMatch(message);
  });
});
