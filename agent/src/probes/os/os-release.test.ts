import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOsRelease } from './os-release.ts';

const read = (text: string) => Object.fromEntries(parseOsRelease(text));

describe('os-release', () => {
  it('takes quotes and escapes away as a shell would', () => {
    const text = [
      'ID=debian',
      "NAME='Single $quoted \\n'",
      'PRETTY_NAME="Escaped \\"quote\\" and \\$dollar and \\`tick and \\n"',
      'MIXED=a"b c"\'d e\'f',
      'BARE=two\\ words',
      'HASH="a # b"',
      'CUT=word # comment',
      'EMPTY=',
    ].join('\n');
    expect(read(text)).toEqual({
      ID: 'debian',
      NAME: 'Single $quoted \\n',
      PRETTY_NAME: 'Escaped "quote" and $dollar and `tick and \\n',
      MIXED: 'ab cd ef',
      BARE: 'two words',
      HASH: 'a # b',
      CUT: 'word',
      EMPTY: '',
    });
  });

  it('lets the last of several assignments count', () => {
    expect(read('VERSION_ID="1.2.3"\nVERSION_ID="1.2.4"\n')).toEqual({ VERSION_ID: '1.2.4' });
  });

  it('leaves out comments, lines without an assignment and quotes that do not close', () => {
    expect(read('# ID=no\nNOEQUALS\n=x\n1A=x\nOPEN="abc\nID=yes\r\n')).toEqual({ ID: 'yes' });
  });

  it('gives back whatever was quoted by the rules', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[\r\n]/.test(text)),
        (value) => {
          const quoted = value.replace(/["$`\\]/g, '\\$&');
          expect(parseOsRelease(`X="${quoted}"`).get('X')).toBe(value);
        },
      ),
    );
  });

  it('never fails on other text', () => {
    fc.assert(fc.property(fc.string(), (text) => parseOsRelease(text) instanceof Map));
  });
});
