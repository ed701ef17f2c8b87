/** Seeded, in [0, 1). */
export type Random = () => number;

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** A way to damage a frame; `other` is a valid frame from elsewhere. Never gives back what it was given. */
export type Damage = (frame: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const flipBits: Damage = (frame, random) => {
  const copy = Uint8Array.from(frame);
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const at = below(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  }
  return copy;
};

const truncate: Damage = (frame, random) => frame.slice(0, below(random, frame.length));

const append: Damage = (frame, random) =>
  Buffer.concat([
    frame,
    Buffer.from(Array.from({ length: 1 + below(random, 40) }, () => below(random, 256))),
  ]);

const overwrite: Damage = (frame, random) => {
  const copy = Uint8Array.from(frame);
  const from = below(random, copy.length);
  const to = Math.min(copy.length, from + 1 + below(random, 16));
  for (let at = from; at < to; at++) copy[at] = below(random, 256);
  return copy;
};

const leaveOut: Damage = (frame, random) => {
  const from = below(random, frame.length);
  return Buffer.concat([frame.slice(0, from), frame.slice(from + 1 + below(random, 16))]);
};

/** The head of one frame and the tail of another. */
const splice: Damage = (frame, random, other) => {
  const cut = below(random, Math.min(frame.length, other.length));
  return Buffer.concat([frame.slice(0, cut), other.slice(cut)]);
};

/** Both frames' fields in one: a decoder that takes the first of two and a verifier that takes the last would differ. */
const join: Damage = (frame, random, other) =>
  random() < 0.5 ? Buffer.concat([frame, other]) : Buffer.concat([other, frame]);

export const DAMAGES: Record<string, Damage> = {
  'bit flips': flipBits,
  truncated: truncate,
  'bytes appended': append,
  'bytes overwritten': overwrite,
  'bytes left out': leaveOut,
  'spliced with another frame': splice,
  'joined with another frame': join,
};

// Order of P-256, FIPS 186-5 (SEC 2 §2.4.2).
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other valid ES256 signature over the same bytes: (r, n − s). */
export function malleated(signature: Uint8Array): Uint8Array {
  const hex = Buffer.from(signature).toString('hex');
  const s = N - BigInt(`0x${hex.slice(64)}`);
  return Buffer.from(hex.slice(0, 64) + s.toString(16).padStart(64, '0'), 'hex');
}
