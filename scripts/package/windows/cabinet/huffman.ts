/** A prefix code: for each symbol how long its word is, 0 when it has none, and the word. */
export interface Code {
  lengths: Uint8Array;
  words: Uint16Array;
}

/**
 * Huffman's code for what was counted. Readers refuse a code that leaves words unused: one symbol alone gets a
 * companion.
 * @param maxBits of a word
 */
export function codeFor(counts: Uint32Array, maxBits: number): Code {
  const lengths = codeLengths(counts, maxBits);
  return { lengths, words: canonicalWords(lengths) };
}

/** Lengths of the words of that code; all 0 when nothing was counted. */
function codeLengths(counts: Uint32Array, maxBits: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const used = [...counts.keys()].filter((symbol) => counts[symbol]);
  if (used.length === 0) return lengths;
  if (used.length === 1) used.push(used[0] === 0 ? 1 : 0);
  // Rare symbols with the longest words get more common until none is too long.
  let weights = used.map((symbol) => Math.max(counts[symbol] as number, 1));
  let depths = huffmanDepths(weights);
  while (Math.max(...depths) > maxBits) {
    weights = weights.map((weight) => (weight + 1) >> 1);
    depths = huffmanDepths(weights);
  }
  used.forEach((symbol, index) => {
    lengths[symbol] = depths[index] as number;
  });
  return lengths;
}

/** How deep each of at least two leaves is in Huffman's tree. Ties are broken by position: the same every time. */
function huffmanDepths(weights: readonly number[]): number[] {
  const leaves = weights.length;
  const order = [...weights.keys()].sort((a, b) => (weights[a] as number) - (weights[b] as number) || a - b);
  const weight = [...order.map((index) => weights[index] as number), ...new Array<number>(leaves - 1)];
  const parent = new Int32Array(2 * leaves - 1);
  let leaf = 0;
  let inner = leaves;
  for (let next = leaves; next < weight.length; next++) {
    const lightest = () => {
      const takesLeaf =
        leaf < leaves && (inner >= next || (weight[leaf] as number) <= (weight[inner] as number));
      const taken = takesLeaf ? leaf++ : inner++;
      parent[taken] = next;
      return weight[taken] as number;
    };
    weight[next] = lightest() + lightest();
  }
  const depth = new Uint32Array(weight.length);
  for (let node = weight.length - 2; node >= 0; node--)
    depth[node] = (depth[parent[node] as number] as number) + 1;
  const depths = new Array<number>(leaves);
  order.forEach((index, position) => {
    depths[index] = depth[position] as number;
  });
  return depths;
}

/** Words in the order of length, then of symbol: a reader makes them of the lengths alone. */
function canonicalWords(lengths: Uint8Array): Uint16Array {
  const words = new Uint16Array(lengths.length);
  let word = 0;
  for (let bits = 1; bits <= Math.max(...lengths); bits++) {
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === bits) words[symbol] = word++;
    word <<= 1;
  }
  return words;
}
