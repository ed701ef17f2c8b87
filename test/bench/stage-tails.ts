import { STAGE_BUCKETS_S, type Stage } from '../../collector/src/stages.ts';
import type { Door } from '../helpers/raw-connection.ts';
import { metricsOf } from '../load/metrics-of.ts';

/** What a collector's stages took between two looks at its `/metrics`. */
export interface StageTails {
  /**
   * The smallest bound of a bucket, ms, that so many of the stage's observations are not above; 0: there was none,
   * infinite: it is above all bounds.
   * @param q in [0, 1]
   */
  within(stage: Stage, q: number): number;
}

/** Begins to watch; the answer ends it. */
export async function watchStages(door: Door): Promise<() => Promise<StageTails>> {
  const before = await metricsOf(door);
  return async () => tailsBetween(before, await metricsOf(door));
}

/** @param before, after figures of `/metrics`, by name and labels */
export function tailsBetween(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): StageTails {
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  return {
    within(stage, q) {
      const count = grown(`assay_stage_seconds_count{stage="${stage}"}`);
      if (count === 0) return 0;
      const bound = STAGE_BUCKETS_S.find(
        (le) => grown(`assay_stage_seconds_bucket{stage="${stage}",le="${le}"}`) >= count * q,
      );
      return (bound ?? Number.POSITIVE_INFINITY) * 1000;
    },
  };
}
