import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type PlistDict, parsePlist } from '../system/plist.ts';
import { REGISTRY_KEYS, SETTINGS } from './places.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../deploy', file), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);
const settings = Object.values(SETTINGS).sort();

it('the administrative template sets what the agent reads, where it reads it, and has words for all of it', () => {
  const template = read('assay-agent.admx');
  const words = read('en-US/assay-agent.adml');
  expect([...new Set(all(template, /valueName="(\w+)"/g))].sort()).toEqual(settings);
  for (const key of all(template, / key="([^"]+)"/g)) expect(`HKLM\\${key}`).toBe(REGISTRY_KEYS[0]);
  for (const [kind, id] of [...template.matchAll(/\$\((string|presentation)\.(\w+)\)/g)].map((m) =>
    m.slice(1),
  ))
    expect(words, `${kind} ${id}`).toContain(`<${kind} id="${id}">`);
  for (const id of all(template, /<text id="(\w+)"/g)) expect(words).toContain(`refId="${id}"`);
});

it('the configuration profile has every setting', () => {
  const profile = parsePlist(read('assay-agent.mobileconfig')) as PlistDict;
  const [payload] = profile.get('PayloadContent') as [PlistDict];
  expect(payload.get('PayloadType')).toBe('dev.assay.agent');
  expect([...payload.keys()].filter((key) => !key.startsWith('Payload')).sort()).toEqual(settings);
});
