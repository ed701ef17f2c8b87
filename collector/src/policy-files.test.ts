import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicy } from './policy/load.ts';
import { BASELINE, loadPolicyFile, readPolicyFile } from './policy-files.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-policy-'));
  mkdirSync(join(dir, 'own'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
};

describe('a policy file', () => {
  it('can build on what comes with Assay, and travels as one text', () => {
    const file = write('own/p.yaml', 'policy: acme\ninclude: [assay:baseline, more.yaml]\n');
    write('own/more.yaml', 'policy: more\noverrides: { firewall: { weight: 99 } }\n');
    const policy = loadPolicyFile(file);
    expect(policy.checks.find(({ id }) => id === 'firewall')?.weight).toBe(99);
    expect(policy.files).toEqual(['assay:baseline', join(dir, 'own/more.yaml'), file]);
    const { text } = readPolicyFile(file);
    expect(loadPolicy(text, 'sent').hash).toBe(policy.hash);
  });

  it('stays as it is written when it includes nothing', () => {
    expect(readPolicyFile(BASELINE).text).toContain('# The policy that judges');
  });

  it('includes nothing of another directory, not even by a link', () => {
    write('secret.yaml', 'policy: secret\n');
    symlinkSync(join(dir, 'secret.yaml'), join(dir, 'own/link.yaml'));
    const file = write('own/p.yaml', 'policy: p\ninclude: [link.yaml]\n');
    expect(() => loadPolicyFile(file)).toThrow('cannot read link.yaml: it is a link out of the directory');
  });

  it('that cannot be read or used is told as such', () => {
    expect(() => readPolicyFile(join(dir, 'none.yaml'))).toThrow(/cannot read .*none\.yaml/);
    const file = write('own/p.yaml', 'policy: p\ninclude: [assay:bselin]\n');
    expect(() => readPolicyFile(file)).toThrow(`${file}:2:11: there is no assay:bselin`);
  });
});
