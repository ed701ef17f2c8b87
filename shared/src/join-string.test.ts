import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJoinString, parseJoinString } from './join-string.ts';

const base64url = (length: number) =>
  fc.base64String({ minLength: length * 2 }).map((text) => text.replace(/[+/=]/g, 'x').slice(0, length));

test('what was formatted is what is parsed', () => {
  fc.assert(
    fc.property(
      base64url(32),
      fc.option(base64url(43)),
      fc.integer({ min: 1, max: 65535 }),
      (token, caPin, port) => {
        const join = { url: new URL(`https://collector.example:${port}`).origin, token, caPin };
        expect(parseJoinString(` ${formatJoinString(join)}\n`)).toEqual(join);
      },
    ),
  );
});

test.each([
  ['nothing', ''],
  ['another text', 'https://collector.example/join'],
  [
    'a join string cut short',
    formatJoinString({ url: 'https://c.example', token: 'a'.repeat(32), caPin: null }).slice(0, 30),
  ],
  [
    'an unencrypted address',
    formatJoinString({ url: 'http://c.example', token: 'a'.repeat(32), caPin: null }),
  ],
  ['a damaged pin', formatJoinString({ url: 'https://c.example', token: 'a'.repeat(32), caPin: 'short' })],
])('%s is refused with what to do', (_, text) => {
  expect(() => parseJoinString(text)).toThrow(
    expect.objectContaining({
      code: 'join_string_invalid',
      message: expect.stringContaining('copy it whole'),
    }),
  );
});
