/** How often the event loop is looked at, ms: each time wakes the processor, also where nobody else does. */
export const PULSE_MS = 25;

const PULSES_A_WINDOW = 1000 / PULSE_MS;
const WINDOWS = 60;

/** How late the event loop runs what is due. */
export interface LoopWatch {
  /** Longest of the last minute, ms. */
  longestMs(): number;
  /** Has each pulse told to somebody, with how late the event loop came to it, ms. */
  onPulse(listener: (lateMs: number) => void): void;
  stop(): void;
}

/** @param now milliseconds, monotonic */
export function createLoopWatch(now: () => number = () => performance.now()): LoopWatch {
  const listeners: ((lateMs: number) => void)[] = [];
  let before: number[] = [];
  let longest = 0;
  let pulses = 0;
  let pulsedAt = now();

  const pulse = setInterval(() => {
    const at = now();
    const lateMs = Math.max(0, at - pulsedAt - PULSE_MS);
    pulsedAt = at;
    longest = Math.max(longest, lateMs);
    if (++pulses % PULSES_A_WINDOW === 0) {
      before = [...before, longest].slice(1 - WINDOWS);
      longest = 0;
    }
    for (const listener of listeners) listener(lateMs);
  }, PULSE_MS);
  pulse.unref();

  return {
    longestMs: () => Math.max(longest, ...before),
    onPulse: (listener) => void listeners.push(listener),
    stop: () => clearInterval(pulse),
  };
}
