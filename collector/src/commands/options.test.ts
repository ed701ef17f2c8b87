import { expect, it } from 'vitest';
import { parsePort, parseWhole } from './options.ts';

it.each(['0', '1', '8760'])('%s is a whole number of hours', (text) => {
  expect(parseWhole('hours', 0, 8760)(text)).toBe(Number(text));
});

it.each(['', ' ', 'abc', '1.5', '-1', '8761', '1e3', '0x10'])('%j is none', (text) => {
  expect(() => parseWhole('hours', 0, 8760)(text)).toThrow('expected whole hours from 0 to 8760');
});

it.each(['65536', '-1', '', 'https'])('%j is no port', (text) => {
  expect(() => parsePort(text)).toThrow('from 0 to 65535');
});
