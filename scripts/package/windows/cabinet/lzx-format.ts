// LZX as cabinets have it: [MS-PATCH] describes its relative "LZX DELTA", [MS-CAB] 2.4.1.3 names it. Where the older
// document that came with Microsoft's cabinet SDK says otherwise, every reader does as it is here.

/** The largest window a cabinet can have: how far back a match may reach is 2^21. */
export const WINDOW_BITS = 21;
export const WINDOW_BYTES = 1 << WINDOW_BITS;

/** So much is packed into one data block of a cabinet; no match reaches over its end. */
export const FRAME_BYTES = 32_768;

/** What readers have room for: a packed frame that is longer is refused by them. */
export const MAX_PACKED_FRAME_BYTES = FRAME_BYTES + 6_144;

export const MIN_MATCH = 2;
export const MAX_MATCH = 257;
/**
 * The format allows 2^21 - 3. But 7-Zip copies in strides, and what they write too much is over the oldest bytes of the
 * window: a frame less takes nothing.
 */
export const MAX_OFFSET = WINDOW_BYTES - FRAME_BYTES;

/** Symbols of each code: bytes, then slots with eight length headers each. */
export const LITERALS = 256;
export const SLOTS = 50;
export const MAIN_SYMBOLS = LITERALS + SLOTS * 8;
/** Lengths of 9 and more have a symbol of their own. */
export const LENGTH_HEADERS = 7;
export const LENGTH_SYMBOLS = 249;
export const ALIGNED_SYMBOLS = 8;
export const PRETREE_SYMBOLS = 20;

export const MAX_CODE_BITS = 16;
export const MAX_ALIGNED_BITS = 7;
export const MAX_PRETREE_BITS = 15;

export const VERBATIM_BLOCK = 1;
export const ALIGNED_BLOCK = 2;

/** Bits after the slot's symbol: which of the slot's offsets. */
export const EXTRA_BITS = Uint8Array.from({ length: SLOTS }, (_, slot) =>
  slot < 4 ? 0 : Math.min((slot >> 1) - 1, 17),
);

/** The first offset of each slot, with two added: 0, 1 and 2 stand for the last three offsets. */
export const SLOT_BASE = new Int32Array(SLOTS);
for (let slot = 1; slot < SLOTS; slot++)
  SLOT_BASE[slot] = (SLOT_BASE[slot - 1] as number) + (1 << (EXTRA_BITS[slot - 1] as number));

/** @param formatted an offset with two added, 3 or more */
export function slotOf(formatted: number): number {
  // From 2^18 on each slot has 2^17 offsets; below, there are two for each power of two.
  if (formatted >= 1 << 18) return 34 + (formatted >> 17);
  const power = 31 - Math.clz32(formatted);
  return 2 * power + ((formatted >> (power - 1)) & 1);
}
