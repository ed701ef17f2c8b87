import type { EdrProduct } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { ConditionError, compileCondition } from './conditions.ts';
import { toFact } from './facts.ts';

const product = (fields: Partial<EdrProduct>): EdrProduct => ({
  product: 'falcon',
  vendor: 'CrowdStrike',
  kind: 'edr',
  installed: true,
  evidence: [],
  ...fields,
});

const errorOf = (source: string): ConditionError => {
  try {
    compileCondition(source);
  } catch (error) {
    if (error instanceof ConditionError) return error;
  }
  throw new Error(`expected ${source} to be refused`);
};

describe('a condition', () => {
  const running = compileCondition(
    'edr.products.exists(p, p.installed && p.running && !(has(p.healthy) && !p.healthy))',
  );
  const decide = (...products: EdrProduct[]) => running.evaluate({ edr: toFact('edr', { products }) });

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
    const remote = toFact('remote_access', { services: [{ service: 'ssh', port: 22, basis: '' }] });
    expect(
      compileCondition('remote_access.services.all(s, s.port == 22)').evaluate({ remote_access: remote }),
    ).toBe(true);
  });

  it('is undecided, and does not throw, when a step fails', () => {
    expect(compileCondition('1 / 0 == 1').evaluate({})).toHaveProperty('undecided');
  });
});

describe('a condition is refused', () => {
  it.each([
    ['disk_encription.system_volume.encrypted', 'unknown variable: disk_encription', 0],
    ['disk_encryption.system_volume.encryptd', 'no such key: encryptd', 30],
    ['edr.products.exists(p, p.knd == "edr")', 'no such key: knd', 25],
    ['edr.products.exists(p, has(p.knd))', 'no such key: knd', 29],
    ['has(os.variant) && has( os.nmae )', 'no such key: nmae', 27],
    ['edr.products.exists(has_it, has(has_it.knd))', 'no such key: knd', 39],
    ['firewall.enabled ==', 'unexpected token: EOF', 19],
    ['firewall', 'expected true or false, got Firewall', 0],
    ['firewall.enabled == "yes"', 'no such overload: bool == string', 0],
    ['google.x == 3', 'unknown variable: google', 0],
    ['dyn(firewall).on', 'dyn() would switch type checking off', 0],
    ['edr.products.exists(os, os.installed)', "os is a signal's name", 20],
  ])('%s', (source, message, offset) => {
    const error = errorOf(source);
    expect(error.message).toBe(message);
    expect(error.offset).toBe(offset);
  });

  it('when it uses a regular expression, whose time is not bounded', () => {
    expect(errorOf('os.name.matches("(a+)+$")').message).toContain('matches() is not available');
  });

  it('when it is too large', () => {
    expect(errorOf(`firewall.enabled${' || firewall.enabled'.repeat(200)}`).message).toContain('longer than');
  });
});
