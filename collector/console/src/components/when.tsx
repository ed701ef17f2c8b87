import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { absoluteTime, relativeTime } from '../times.ts';

const TICK_MS = 1_000;
let now = Date.now();
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for the whole page, running only while somebody looks at it. */
function watchClock(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of watchers) each();
  }, TICK_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The browser's time in ms, as `pick` sees it; renders again only when what `pick` returns changes. */
export function useClock<T extends string | number | boolean>(pick: (now: number) => T): T {
  return useSyncExternalStore(watchClock, () => pick(now));
}

/** A time relative to now; exact on hover and for screen readers' sake in the title's tooltip. */
export function When({ at }: { at: number }) {
  const words = useClock((time) => relativeTime(at, time));
  return (
    <Tooltip label={absoluteTime(at)}>
      <time dateTime={new Date(at).toISOString()}>{words}</time>
    </Tooltip>
  );
}
