import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFor } from './huffman.ts';

const counts = fc
  .array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(100_000)), { minLength: 2, maxLength: 656 })
  .map((numbers) => Uint32Array.from(numbers));
const wordsOf = (lengths: Uint8Array, words: Uint16Array) =>
  [...lengths].flatMap((length, symbol) =>
    length > 0 ? [(words[symbol] as number).toString(2).padStart(length, '0')] : [],
  );

describe("Huffman's code", () => {
  it('has a word for everything that comes, none too long, none the beginning of another, and none left over', () => {
    fc.assert(
      fc.property(
        counts.filter((given) => given.some((count) => count > 0)),
        fc.constantFrom(10, 16),
        (given, maxBits) => {
          const { lengths, words } = codeFor(given, maxBits);
          const all = wordsOf(lengths, words);
          given.forEach((count, symbol) => {
            if (count > 0) expect(lengths[symbol]).toBeGreaterThan(0);
          });
          expect(Math.max(...lengths)).toBeLessThanOrEqual(maxBits);
          // Kraft's sum is 1 when no word is left over; with words in order, none begins another then.
          expect(all.reduce((sum, word) => sum + 2 ** -word.length, 0)).toBe(1);
          expect(new Set(all.map((word) => word.padEnd(16, '0'))).size).toBe(all.length);
        },
      ),
    );
  });

  it('has no words when nothing comes', () => {
    expect([...codeFor(new Uint32Array(3), 16).lengths]).toEqual([0, 0, 0]);
  });

  it('is as short as it can be', () => {
    expect([...codeFor(Uint32Array.of(45, 13, 12, 16, 9, 5), 16).lengths]).toEqual([1, 3, 3, 3, 4, 4]);
  });

  it('keeps its words short when counts grow as fast as Fibonacci numbers, which make the longest', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 30) fibonacci.push(Number(fibonacci.at(-1)) + Number(fibonacci.at(-2)));
    expect(Math.max(...codeFor(Uint32Array.from(fibonacci), 7).lengths)).toBe(7);
  });

  it('has two words even for one symbol alone, for readers want no word to be left over', () => {
    expect([...codeFor(Uint32Array.of(0, 0, 9), 16).lengths]).toEqual([1, 0, 1]);
    expect([...codeFor(Uint32Array.of(9, 0, 0), 16).lengths]).toEqual([1, 1, 0]);
  });
});
