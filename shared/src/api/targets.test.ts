import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { NewTarget } from './targets.ts';

it.each([
  ['Okta, production', true],
  ['入口', true],
  ['', false],
  ['   ', false],
  ['two\nlines', false],
  ['\u001b[2J', false],
  ['x'.repeat(101), false],
])('takes %j as the name of a target: %j', (name, isOne) => {
  expect(Check(NewTarget, { name, kind: 'webhook', config: {} })).toBe(isOne);
});
