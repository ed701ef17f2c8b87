/** The steps on a report's way, and on its verdict's: what each takes is measured all the time. */
export const STAGES = {
  wait: 'from the socket to its turn, behind other messages of its session and other work with its device',
  load: 'a device that is not in memory, read from the store, for whatever asks for it',
  verify: 'its signature',
  decode: 'its signals',
  assess: 'what the policy makes of them, and who is to be told',
  commit: 'until it is durable with all that follows from it',
  queue: 'of a transaction somebody waits for: how long its oldest such call waited for those before',
  write: 'of the same: from handing it to the writer until it is durable',
  ack: 'the acknowledgement, into the socket',
  report: 'all of it: from the socket to the acknowledgement',
  unchanged: 'the same of a message that nothing changed',
  history: 'the same of a frame of reports made while offline',
  attempt: 'one attempt at telling a target',
  told: 'from a change of verdict to a target that accepted it',
} as const;
export type Stage = keyof typeof STAGES;

/** Upper bounds of the buckets, seconds; a last one takes the rest. */
export const STAGE_BUCKETS_S = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
  30,
] as const;

/** What one stage took since the start. */
interface StageTimes {
  count: number;
  sumS: number;
  /** One more than there are bounds; each counts its own, not those below it. */
  buckets: readonly number[];
}

/** Measures stages. An observation costs some ten nanoseconds: it is part of every report. */
export interface Stages {
  observe(stage: Stage, ms: number): void;
  /** Runs a step and measures it; what it throws is not counted. */
  time<T>(stage: Stage, step: () => T): T;
  times(stage: Stage): StageTimes;
}

/** @param now milliseconds, monotonic */
export function createStages(now: () => number = () => performance.now()): Stages {
  const kept = Object.fromEntries(
    Object.keys(STAGES).map((stage) => [
      stage,
      { sumMs: 0, buckets: new Float64Array(STAGE_BUCKETS_S.length + 1) },
    ]),
  ) as Record<Stage, { sumMs: number; buckets: Float64Array }>;
  const boundsMs = Float64Array.from(STAGE_BUCKETS_S, (bound) => bound * 1000);

  function observe(stage: Stage, ms: number): void {
    const { buckets } = kept[stage];
    let at = 0;
    while (at < boundsMs.length && ms > (boundsMs[at] as number)) at++;
    buckets[at] = (buckets[at] as number) + 1;
    kept[stage].sumMs += ms;
  }

  return {
    observe,
    time(stage, step) {
      const from = now();
      const result = step();
      observe(stage, now() - from);
      return result;
    },
    times(stage) {
      const { sumMs, buckets } = kept[stage];
      return { count: buckets.reduce((a, b) => a + b, 0), sumS: sumMs / 1000, buckets: [...buckets] };
    },
  };
}
