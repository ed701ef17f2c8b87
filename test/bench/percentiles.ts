/** Which part of the samples is at most the figure. */
export const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** By the nearest rank: a value that was really measured. @throws RangeError without samples */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('expected at least one sample, got none');
  return value;
}

/**
 * Between what two quantities the ratio of two quantiles lies in 95 of 100 repetitions, as far as the samples tell: blocks
 * of neighbours are drawn again and again (block bootstrap), for what delays one sample delays those beside it, and to
 * draw each by itself would promise more than was measured.
 * @param block as many neighbours; the samples are in order
 * @returns the lower and the upper bound
 * @throws RangeError without samples
 */
export function quantileRatioWithin(
  samples: readonly number[],
  others: readonly number[],
  q: number,
  { block, random, rounds = 400 }: { block: number; random: () => number; rounds?: number },
): [low: number, high: number] {
  const [above, below] = [samples, others].map((all) => blocksOf(all, block));
  const redrawn = (blocks: readonly (readonly number[])[] = []) =>
    quantile(
      blocks.flatMap(() => blocks[Math.floor(random() * blocks.length)] ?? []),
      q,
    );
  const ratios = Array.from({ length: rounds }, () => redrawn(above) / redrawn(below));
  return [quantile(ratios, 0.025), quantile(ratios, 0.975)];
}

const blocksOf = (samples: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(samples.length / size) }, (_, i) => samples.slice(i * size, (i + 1) * size));
