import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { collectorNow } from '../clock.ts';
import { absoluteTime, relativeTime } from '../times.ts';

const TICK_MS = 1_000;
let now = collectorNow();
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for the whole page, running only while somebody looks at it. */
function watchClock(watcher: () => void): () => void {
  watchers.add(watcher);
  now = collectorNow();
  timer ??= setInterval(() => {
    now = collectorNow();
    for (const each of watchers) each();
  }, TICK_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The collector's time in ms, as `pick` sees it; renders again only when what `pick` returns changes. */
export function useClock<T extends string | number | boolean>(pick: (now: number) => T): T {
  return useSyncExternalStore(watchClock, () => {
    // Nobody has kept it going.
    if (timer === undefined) now = collectorNow();
    return pick(now);
  });
}

interface Props {
  at: number;
  /** The time may lie ahead. Where it can't, a browser whose clock is behind the collector's says "just now". */
  ahead?: boolean;
}

/** A time relative to now; exact on hover. */
export function When({ at, ahead = false }: Props) {
  const words = useClock((time) => relativeTime(ahead ? at : Math.min(at, time), time));
  return (
    <Tooltip label={absoluteTime(at)}>
      <time dateTime={new Date(at).toISOString()}>{words}</time>
    </Tooltip>
  );
}
