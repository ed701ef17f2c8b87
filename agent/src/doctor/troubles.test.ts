import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TROUBLES } from './troubles.ts';

const sources = readdirSync(import.meta.dirname)
  .filter((name) => /^(local|network|transport|session|examine)\.ts$/.test(name))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');

test('every code that the doctor fails with is in the table of troubles', () => {
  const failing = [...sources.matchAll(/\bfailed\(\s*'(\w+)'/g)].map(([, code]) => code);
  const certificates = [...sources.matchAll(/^ {2}\w+: '(certificate_\w+)',$/gm)].map(([, code]) => code);
  const remedied = [...sources.matchAll(/^ {2}(\w+): [`'"A-Z]/gm)]
    .map(([, code]) => code)
    .filter((code) => /_|^draining$/.test(code ?? '') && !/^(CERT|ERR)/.test(code ?? ''));
  const known = TROUBLES.map(({ code }) => code);
  expect(failing.length).toBeGreaterThan(10);
  for (const code of new Set([...failing, ...certificates, ...remedied])) {
    if (code === 'last_ack') continue;
    expect(known, code).toContain(code);
  }
});

test('no code is there twice for a step', () => {
  expect(new Set(TROUBLES.map(({ step, code }) => `${step} ${code}`)).size).toBe(TROUBLES.length);
});
