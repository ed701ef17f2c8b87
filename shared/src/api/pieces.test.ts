import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { Why } from './pieces.ts';

it.each([
  ['lost on a train', true],
  [' two\nlines ', true],
  ['', false],
  [' \n\t', false],
  ['\0hidden', false],
  ['cut\0off', false],
  ['x'.repeat(301), false],
])('takes %j as a reason: %j', (text, isOne) => {
  expect(Check(Why('why'), text)).toBe(isOne);
});
