import type { BitWriter } from './bit-writer.ts';
import { writeCodeLengths } from './code-lengths.ts';
import type { CodedFrame } from './coded-frame.ts';
import { Counts } from './counts.ts';
import { type Code, codeFor } from './huffman.ts';
import {
  ALIGNED_BLOCK,
  ALIGNED_SYMBOLS,
  EXTRA_BITS,
  LENGTH_HEADERS,
  LENGTH_SYMBOLS,
  LITERALS,
  MAIN_SYMBOLS,
  MAX_ALIGNED_BITS,
  MAX_CODE_BITS,
  VERBATIM_BLOCK,
} from './lzx-format.ts';

/** What a block tells of its codes is told as the difference to those of the block before. */
export class CodeLengths {
  main: Uint8Array = new Uint8Array(MAIN_SYMBOLS);
  length: Uint8Array = new Uint8Array(LENGTH_SYMBOLS);
}

interface Codes {
  main: Code;
  length: Code;
  /** For the lowest three of at least three extra bits; null: they are written as they are. */
  aligned: Code | null;
}

/**
 * Writes frames as one block, with codes of their own.
 * @param before codes of the block before; those of this one afterwards
 * @returns each frame's bytes; the first one's begin with the block's head
 */
export function writeBlock(frames: readonly CodedFrame[], before: CodeLengths, bits: BitWriter): Buffer[] {
  const counts = new Counts();
  for (const frame of frames) counts.add(frame.counts);
  const codes: Codes = {
    main: codeFor(counts.main, MAX_CODE_BITS),
    length: codeFor(counts.length, MAX_CODE_BITS),
    aligned: alignedCode(counts.aligned),
  };
  const bytes = frames.reduce((sum, frame) => sum + frame.bytes, 0);
  writeHead(bytes, codes, before, bits);
  return frames.map((frame) => {
    writeFrame(frame, codes, bits);
    return bits.take();
  });
}

/** Only when the bits are so uneven that it saves more than it takes. */
function alignedCode(counts: Uint32Array): Code | null {
  const code = codeFor(counts, MAX_ALIGNED_BITS);
  const saved = counts.reduce(
    (sum, count, symbol) => sum + count * (3 - (code.lengths[symbol] as number)),
    0,
  );
  return saved > 3 * ALIGNED_SYMBOLS ? code : null;
}

function writeHead(
  bytes: number,
  { main, length, aligned }: Codes,
  before: CodeLengths,
  bits: BitWriter,
): void {
  bits.write(aligned ? ALIGNED_BLOCK : VERBATIM_BLOCK, 3);
  bits.write(bytes >>> 8, 16);
  bits.write(bytes & 0xff, 8);
  if (aligned) for (const size of aligned.lengths) bits.write(size, 3);
  writeCodeLengths(main.lengths.subarray(0, LITERALS), before.main.subarray(0, LITERALS), bits);
  writeCodeLengths(main.lengths.subarray(LITERALS), before.main.subarray(LITERALS), bits);
  writeCodeLengths(length.lengths, before.length, bits);
  before.main = main.lengths;
  before.length = length.lengths;
}

function writeFrame(frame: CodedFrame, { main, length, aligned }: Codes, bits: BitWriter): void {
  const write = (code: Code, symbol: number) =>
    bits.write(code.words[symbol] as number, code.lengths[symbol] as number);
  let lengths = 0;
  for (let index = 0; index < frame.mains.length; index++) {
    const symbol = frame.mains[index] as number;
    write(main, symbol);
    if (symbol < LITERALS) continue;
    if ((symbol & 7) === LENGTH_HEADERS) write(length, frame.lengths[lengths++] as number);
    const extra = frame.extras[index] as number;
    const extraBits = EXTRA_BITS[(symbol - LITERALS) >> 3] as number;
    if (aligned && extraBits >= 3) {
      bits.write(extra >> 3, extraBits - 3);
      write(aligned, extra & 7);
    } else bits.write(extra, extraBits);
  }
}
