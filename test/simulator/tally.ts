import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** How long something took, ms. */
export interface Quantiles {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Times in bounded memory: microseconds to three digits (HDR histogram), however many there are. */
export interface Tally {
  add(ms: number): void;
  quantiles(): Quantiles;
}

export function createTally(): Tally {
  const histogram: RecordableHistogram = createHistogram({ figures: 3 });
  return {
    add: (ms) => histogram.record(Math.max(1, Math.round(ms * 1000))),
    quantiles: () => ({
      count: histogram.count,
      p50: histogram.percentile(50) / 1000,
      p95: histogram.percentile(95) / 1000,
      p99: histogram.percentile(99) / 1000,
      max: histogram.count === 0 ? 0 : histogram.max / 1000,
    }),
  };
}
