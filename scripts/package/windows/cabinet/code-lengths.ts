import type { BitWriter } from './bit-writer.ts';
import { codeFor } from './huffman.ts';
import { MAX_PRETREE_BITS, PRETREE_SYMBOLS } from './lzx-format.ts';

/** Symbols above the differences, which are 0 to 16. */
const FEW_ZEROS = 17;
const MANY_ZEROS = 18;
const SAME = 19;

/** One symbol of the code that lengths are told in, and the bits behind it. */
interface Step {
  symbol: number;
  bits?: { value: number; count: number };
  /** Of `SAME`: the difference that it repeats. */
  repeated?: number;
}

/** Tells how long the words of a code are, as the difference to a code before, with runs taken together. */
export function writeCodeLengths(lengths: Uint8Array, before: Uint8Array, bits: BitWriter): void {
  const steps = stepsFor(lengths, before);
  const counts = new Uint32Array(PRETREE_SYMBOLS);
  for (const { symbol, repeated } of steps) {
    counts[symbol] = (counts[symbol] as number) + 1;
    if (repeated !== undefined) counts[repeated] = (counts[repeated] as number) + 1;
  }
  const code = codeFor(counts, MAX_PRETREE_BITS);
  const write = (symbol: number) => bits.write(code.words[symbol] as number, code.lengths[symbol] as number);
  for (const size of code.lengths) bits.write(size, 4);
  for (const { symbol, bits: run, repeated } of steps) {
    write(symbol);
    if (run) bits.write(run.value, run.count);
    if (repeated !== undefined) write(repeated);
  }
}

function stepsFor(lengths: Uint8Array, before: Uint8Array): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] as number;
    const difference = ((before[at] as number) - length + 17) % 17;
    let run = 1;
    while (at + run < lengths.length && lengths[at + run] === length) run++;
    const step = stepFor(length, difference, run);
    steps.push(step);
    at += lengthOf(step);
  }
  return steps;
}

/** The longest step that a run of one length allows. */
function stepFor(length: number, difference: number, run: number): Step {
  if (length === 0 && run >= 20)
    return { symbol: MANY_ZEROS, bits: { value: Math.min(run - 20, 31), count: 5 } };
  if (length === 0 && run >= 4) return { symbol: FEW_ZEROS, bits: { value: run - 4, count: 4 } };
  if (run >= 4)
    return { symbol: SAME, bits: { value: Math.min(run - 4, 1), count: 1 }, repeated: difference };
  return { symbol: difference };
}

function lengthOf({ symbol, bits }: Step): number {
  if (!bits) return 1;
  return bits.value + (symbol === MANY_ZEROS ? 20 : 4);
}
