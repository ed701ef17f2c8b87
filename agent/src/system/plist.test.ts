import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlist } from './plist.ts';
import { asDict, asList, dateAt, flagAt, textAt } from './plist-fields.ts';
import { readPlist } from './read-plist.ts';
import { plistOf, scriptedExec, treeContext } from './test-tree.ts';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';

describe('a property list', () => {
  it('is read with all of its types', () => {
    const value = parsePlist(
      `${HEAD}<plist version="1.0">
<dict>
	<key>text</key>
	<string>a &lt;b&gt; &amp; &#x63;</string>
	<key>none</key>
	<string/>
	<key>on</key>
	<true/>
	<key>count</key>
	<integer>-3</integer>
	<key>part</key>
	<real>0.5</real>
	<key>when</key>
	<date>2026-01-02T03:04:05Z</date>
	<key>bytes</key>
	<data>
	TWFj
	</data>
	<key>list</key>
	<array><string>x</string><dict/></array>
</dict>
</plist>
`,
    );
    expect(value).toEqual(
      new Map<string, unknown>([
        ['text', 'a <b> & c'],
        ['none', ''],
        ['on', true],
        ['count', -3],
        ['part', 0.5],
        ['when', { dateMs: Date.UTC(2026, 0, 2, 3, 4, 5) }],
        ['bytes', Buffer.from('Mac')],
        ['list', ['x', new Map()]],
      ]),
    );
  });

  it.each([
    ['nothing', ''],
    ['text around it', `x${plistOf({})}`],
    ['an end that is missing', '<plist><dict><key>a</key><true/></dict>'],
    ['a key without a value', '<plist><dict><key>a</key></dict></plist>'],
    ['a value without a key', '<plist><dict><true/></dict></plist>'],
    ['an unknown element', '<plist><set/></plist>'],
    ['two values', '<plist><true/><true/></plist>'],
    ['a number that is none', '<plist><integer>many</integer></plist>'],
    ['entities of its own', '<!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>'],
    ['an unknown entity', '<plist><string>&a;</string></plist>'],
    ['a bare ampersand', '<plist><string>a & b</string></plist>'],
    ['a depth nobody needs', `<plist>${'<array>'.repeat(100)}${'</array>'.repeat(100)}</plist>`],
  ])('is refused for %s', (_, text) => {
    expect(parsePlist(text)).toBeUndefined();
  });

  it('is read or refused, never a crash', () => {
    const piece = fc.constantFrom(
      '<plist>',
      '</plist>',
      '<dict>',
      '</dict>',
      '<key>',
      '</key>',
      'a',
      '&',
      '<',
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void parsePlist(pieces.join(''))));
  });

  it('brings every text through its form', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((s) => !/[\p{Cc}]/u.test(s));
    fc.assert(
      fc.property(text, (s) => {
        expect(parsePlist(plistOf({ s }))).toEqual(new Map([['s', s]]));
      }),
    );
  });
});

describe('a field', () => {
  const dict = asDict(parsePlist(plistOf({ a: 'x', on: true, one: 1, zero: 0, two: 2, list: ['y'] })));

  it('is given only in its own type', () => {
    expect([textAt(dict, 'a'), textAt(dict, 'on'), textAt(dict, 'gone')]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
    expect(['on', 'one', 'zero', 'two', 'a'].map((key) => flagAt(dict, key))).toEqual([
      true,
      true,
      false,
      undefined,
      undefined,
    ]);
    expect(asList(dict.get('list'))).toEqual(['y']);
    expect([asList(dict.get('a')), asDict(dict.get('a')).size, dateAt(dict, 'a')]).toEqual([
      [],
      0,
      undefined,
    ]);
  });
});

describe('a property list on disk', () => {
  it('is read as it is, or through plutil when it is binary', async () => {
    const answers = { 'plutil -convert xml1 -o - /b.plist': plistOf({ form: 'binary' }) };
    const context = treeContext(
      { '/a.plist': plistOf({ form: 'xml' }), '/b.plist': 'bplist00\u0000' },
      scriptedExec(answers),
    );
    expect(await readPlist(context, '/a.plist')).toEqual(new Map([['form', 'xml']]));
    expect(await readPlist(context, '/b.plist')).toEqual(new Map([['form', 'binary']]));
  });

  it('that is none, or cannot be converted, is a problem with its path', async () => {
    const context = treeContext({ '/a.plist': 'a=b', '/b.plist': 'bplist00\u0000' }, scriptedExec({}));
    await expect(readPlist(context, '/a.plist')).rejects.toThrow('/a.plist: unreadable');
    await expect(readPlist(context, '/b.plist')).rejects.toThrow('/b.plist: unreadable');
    await expect(readPlist(context, '/c.plist')).rejects.toThrow('/c.plist: missing');
  });
});
