import { backoffMs } from './backoff.ts';

/** Repeats `work` with back-off until it succeeds; undefined when it was stopped before. */
export async function untilDone<T>(
  work: () => Promise<T>,
  options: { stop: AbortSignal; random: () => number; onFailure: (error: unknown) => void },
): Promise<T | undefined> {
  for (let failures = 1; !options.stop.aborted; failures++) {
    try {
      return await work();
    } catch (error) {
      options.onFailure(error);
      await pause(backoffMs(failures, options.random()), options.stop);
    }
  }
  return undefined;
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
    if (stop.aborted) end();
  });
}
