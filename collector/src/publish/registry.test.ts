import { expect, it } from 'vitest';
import { configProblems } from './kinds.ts';
import { createRegistry, targetKinds } from './registry.ts';
import type { TargetKind } from './target.ts';
import { webhookKind } from './webhook.ts';

it('finds the kinds that come with the collector', () => {
  expect([...targetKinds.keys()]).toEqual(['webhook', 'ssf']);
});

it('wants every kind to have its own name', () => {
  const kind = webhookKind as TargetKind;
  expect(() => createRegistry([kind, kind])).toThrow('own name');
});

it('says what is wrong with a configuration, without its values', () => {
  const config = { url: 'http://hooks.example', secret: 'hunter2' };
  const problems = configProblems(targetKinds, 'webhook', config);
  expect(problems.map((text) => text.split(':')[0]).sort()).toEqual(['/secret', '/url']);
  expect(problems.join()).not.toContain('hunter2');
  expect(configProblems(targetKinds, 'fax', {})).toEqual([
    'unknown kind of target: expected one of webhook, ssf',
  ]);
});
