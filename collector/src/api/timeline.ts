import type { TimelineEntry } from '@assay/shared/api';
import type { HistoryEntry } from '../store/history.ts';

/** A row of the history in words. */
export function toTimelineEntry(entry: HistoryEntry): TimelineEntry {
  const { at, id, score, tier, delivery, previous, cause, event } = entry;
  if (event) {
    const detail = [event.detail, `by ${event.by}`].filter(Boolean).join('; ');
    return { id, at, kind: event.kind, title: event.title, detail, score: null, tier: null };
  }
  if (delivery) {
    const answer = [delivery.status, delivery.answer].filter(Boolean).join(' ');
    return {
      ...{ id, at, kind: 'delivery', score: null, tier },
      title: `${delivery.event} to ${delivery.target}: ${delivery.state}`,
      detail: answer,
    };
  }
  const crossed = previous?.tier !== tier;
  const title = crossed
    ? `${previous ? `${previous.tier} → ` : ''}${tier}, score ${score}`
    : previous?.score === score
      ? `score ${score}, as before`
      : `score ${previous?.score} → ${score}`;
  return { id, at, kind: crossed ? 'tier' : 'assessment', title, detail: cause, score, tier };
}

/** A moment, and how much of it was shown: several things may have happened in one. */
export const TIMELINE_CURSOR = /^(\d{1,15}),(\d{1,6})$/;

/** Where a page ends. @param history from the moment on in which it began, not empty */
export function toTimelineCursor(history: readonly HistoryEntry[]): string {
  const at = history.at(-1)?.at ?? 0;
  return `${at},${history.filter((entry) => entry.at === at).length}`;
}

/** What to read for the next page: all before this time, ms, without the first of it. */
export function toTimelinePlace(cursor: string | undefined): { before: number; shown: number } {
  const [, at, shown] = TIMELINE_CURSOR.exec(cursor ?? '') ?? [];
  return at === undefined
    ? { before: Number.MAX_SAFE_INTEGER, shown: 0 }
    : { before: Number(at) + 1, shown: Number(shown) };
}
