/** Which part of the samples is at most the figure. */
export const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** By the nearest rank: a value that was really measured. @throws RangeError without samples */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('expected at least one sample, got none');
  return value;
}
