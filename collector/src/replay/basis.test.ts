import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from './basis.ts';

const name = fc
  .oneof(fc.string(), fc.constantFrom('check', 'score', 'until'))
  .filter((text) => !/^\d+$/.test(text));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));

it('what a judgement says has one text, whatever order its fields were put in: JSON with its fields sorted', () => {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  fc.assert(
    fc.property(value, (said) => {
      expect(canonical(said)).toBe(JSON.stringify(said, sorted) ?? 'null');
    }),
    { numRuns: 2000 },
  );
});
