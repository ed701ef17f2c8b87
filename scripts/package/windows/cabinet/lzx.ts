import { withAbsoluteCalls } from './absolute-calls.ts';
import { BitWriter } from './bit-writer.ts';
import { CodeLengths, writeBlock } from './block.ts';
import { CodedFrame } from './coded-frame.ts';
import { Costs } from './costs.ts';
import { grouped } from './grouping.ts';
import { FRAME_BYTES } from './lzx-format.ts';
import { Parser } from './parser.ts';
import { RecentOffsets } from './recent-offsets.ts';
import { Tokens } from './tokens.ts';

/**
 * Packs bytes by LZX, with a window of 2 MB.
 * @param isX86 whether they are mostly machine code of x86: it is prepared for that
 * @returns one piece for each 32 KB, as a cabinet's data blocks have them
 */
export function* packLzx(data: Uint8Array, isX86: boolean): Generator<Buffer> {
  const codes = new CodeLengths();
  const bits = new BitWriter(2 * FRAME_BYTES);
  bits.write(isX86 ? 1 : 0, 1);
  if (isX86) {
    bits.write(data.length >>> 16, 16);
    bits.write(data.length & 0xffff, 16);
  }
  const frames = codedFrames(isX86 ? withAbsoluteCalls(data) : data);
  for (const group of grouped(frames)) yield* writeBlock(group, codes, bits);
}

function* codedFrames(data: Uint8Array): Generator<CodedFrame> {
  const parser = new Parser(data);
  const costs = new Costs();
  let recent = new RecentOffsets();
  for (let start = 0; start < data.length; start += FRAME_BYTES) {
    const bytes = data.subarray(start, start + FRAME_BYTES);
    const behind = recent.copy();
    let frame = new CodedFrame(bytes.length, parser.parse(start, bytes.length, recent, costs), behind);
    // Costs are guessed, and where everything is new, they can be wrong.
    if (frame.counts.bits > 8 * bytes.length)
      frame = new CodedFrame(bytes.length, Tokens.ofBytes(bytes), recent);
    else recent = behind;
    costs.learn(frame.counts);
    yield frame;
  }
}
