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
    : `score ${previous?.score} → ${score}`;
  return { id, at, kind: crossed ? 'tier' : 'assessment', title, detail: cause, score, tier };
}
