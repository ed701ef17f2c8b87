import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packBase, packText, readText, toText, unpackText } from './judgement-text.ts';

const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify({ value })));
const anyLines = fc.record({
  policy: fc.stringMatching(/^sha256:[0-9a-f]{8}$/),
  change: json,
  basis: fc.option(json),
});
const textOf = ({ policy, change, basis }: typeof anyLines extends fc.Arbitrary<infer T> ? T : never) =>
  toText({ policy, change: JSON.stringify(change), basis: basis && JSON.stringify(basis) });

it('what a judgement says is read as it was written, compressed against any other or kept as it is', () => {
  fc.assert(
    fc.property(anyLines, anyLines, (lines, other) => {
      const text = textOf(lines);
      const base = packBase(textOf(other));
      for (const read of [unpackText(packText(text, base), base), unpackText(text, null)]) {
        expect(readText(read ?? '')).toEqual(lines);
      }
    }),
  );
});

it('a text that repeats another takes a few bytes', () => {
  const lines = {
    policy: 'sha256:00',
    change: JSON.stringify({ words: 'word '.repeat(400) }),
    basis: '{"now":1}',
  };
  const base = packBase(toText(lines));
  expect(packText(toText({ ...lines, basis: '{"now":2}' }), base).length).toBeLessThan(40);
});
