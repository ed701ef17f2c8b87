/** Counts what may pass: `perSecond` sustained, ten times as many in a burst. */
export interface Rate {
  /** False when it is too much. `now` in milliseconds, monotonic. */
  take(now: number): boolean;
}

export function createRate(perSecond: number): Rate {
  const burst = perSecond * 10;
  let left = burst;
  let last = 0;
  return {
    take(now) {
      left = Math.min(burst, left + ((now - last) / 1000) * perSecond);
      last = now;
      if (left < 1) return false;
      left--;
      return true;
    },
  };
}
