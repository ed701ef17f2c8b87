/** Where time comes from; only compose.ts makes the real one. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * Milliseconds of the machine's monotonic clock, with fractions: the same for all processes until the next boot, so
 * that what one process does can be measured against what another did.
 */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
