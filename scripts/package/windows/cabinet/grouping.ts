import type { CodedFrame } from './coded-frame.ts';
import { Counts } from './counts.ts';

/** What the head of one more block takes, about. */
const HEAD_BITS = 1600;
/**
 * In a block, a frame may take `HEAD_BITS` more for each of the others than it would alone, and then has to be within
 * what readers have room for: 32 KB, those 3 KB, the block's own head and what words waste are 37 of 38 KB.
 */
const MAX_FRAMES = 16;

/** Frames that are alike share a block: as long as that takes less than codes of their own. */
export function* grouped(frames: Iterable<CodedFrame>): Generator<CodedFrame[]> {
  let group: CodedFrame[] = [];
  let counts = new Counts();
  for (const frame of frames) {
    const apart = counts.bits + frame.counts.bits + HEAD_BITS;
    const together = new Counts();
    together.add(counts);
    together.add(frame.counts);
    if (group.length > 0 && (group.length === MAX_FRAMES || together.bits > apart)) {
      yield group;
      group = [];
      counts = frame.counts;
    } else counts = together;
    group.push(frame);
  }
  if (group.length > 0) yield group;
}
