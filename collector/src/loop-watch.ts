import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const WINDOW_MS = 1000;

/** How late the event loop runs what is due. */
export interface LoopWatch {
  /** Longest of the last minute, ms. */
  longestMs(): number;
  stop(): void;
}

const WINDOWS = 60;

export function createLoopWatch(): LoopWatch {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let longest: number[] = [];
  // The histogram holds the whole time between two of its ticks, its own interval included.
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const timer = setInterval(() => {
    longest = [...longest, beyond(histogram.max)].slice(-WINDOWS);
    histogram.reset();
  }, WINDOW_MS);
  timer.unref();
  return {
    longestMs: () => Math.max(0, ...longest),
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
