import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HistoryEntry } from '../store/history.ts';
import { toTimelineCursor, toTimelineEntry, toTimelinePlace } from './timeline.ts';

/** As the store gives it out: all before a time, newest first, those of one moment always in the same order. */
const read = (all: readonly number[], before: number, limit: number) =>
  all
    .map((at, id) => ({ at, id: String(id) }) as HistoryEntry)
    .filter(({ at }) => at < before)
    .sort((a, b) => b.at - a.at)
    .slice(0, limit);

it('pages show everything once, also where much happened in one moment', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 5 }), (all, limit) => {
      const seen: HistoryEntry[] = [];
      for (let cursor: string | undefined, isLast = false; !isLast; ) {
        const { before, shown } = toTimelinePlace(cursor);
        const history = read(all, before, limit + shown);
        seen.push(...history.slice(shown));
        isLast = history.length < limit + shown;
        if (!isLast) cursor = toTimelineCursor(history);
      }
      expect(seen).toEqual(read(all, Number.MAX_SAFE_INTEGER, all.length));
    }),
  );
});

it('a verdict that another cause brought about, but nothing else, is told as what it is', () => {
  const judged = (previous: HistoryEntry['previous']) =>
    toTimelineEntry({
      ...{ at: 1, kind: 'assessment', id: 'a', score: 80, tier: 'limited', previous },
      ...{ cause: 'The policy changed.', delivery: null },
    }).title;
  expect(judged({ score: 80, tier: 'limited' })).toBe('score 80, as before');
  expect(judged({ score: 90, tier: 'limited' })).toBe('score 90 → 80');
  expect(judged({ score: 90, tier: 'trusted' })).toBe('trusted → limited, score 80');
  expect(judged(null)).toBe('limited, score 80');
});
