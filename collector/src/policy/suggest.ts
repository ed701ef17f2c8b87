import { distance } from 'fastest-levenshtein';

const plain = (word: string): string => word.toLowerCase().replaceAll(/[_\-\s]/g, '');

// Two letters changed places are two slips.
const slipsAllowed = (length: number): number => (length <= 3 ? 1 : Math.max(2, Math.floor(length / 3)));

function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = slipsAllowed(word.length) + 0.5;
  for (const candidate of known) {
    const slips = distance(plain(word), plain(candidate)) + (plain(word) === plain(candidate) ? 0 : 0.1);
    if (slips >= least) continue;
    best = candidate;
    least = slips;
  }
  return best;
}

/** `: did you mean x?`, to go behind a complaint about a word; empty when nothing known is near it. */
export function suggestion(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === null ? '' : `: did you mean ${meant}?`;
}
