import type { Clock } from '@assay/shared';
import type { ProbeCounts, ProbeTally } from '../store/canary.ts';
import type { Store } from '../store/store.ts';
import {
  addCounts,
  NO_PROBES,
  SPAN_MS,
  shareOf,
  WINDOW_NAMES,
  WINDOWS,
  type WindowShare,
} from './objective.ts';

/** How long reports, verdicts and deliveries of the canary are kept: long enough to look at what went wrong. */
const KEEP_TRACES_MS = 3_600_000;
const KEEP_COUNTS_MS = WINDOWS['30d'] + 86_400_000;

/** Counts probes over time, also over restarts. What is not stored yet is counted in memory, however long the store fails. */
export interface Tally {
  count(result: 'good' | 'slow' | 'failed'): void;
  windows(): WindowShare[];
  /** Stores what was counted, reads the windows anew, and lets go of what is old. */
  save(): Promise<void>;
}

export function createTally(
  store: Pick<Store, 'addProbes' | 'probesSince' | 'pruneCanary'>,
  clock: Clock,
): Tally {
  let stored: ProbeCounts[] = WINDOW_NAMES.map(() => NO_PROBES);
  const unsaved = new Map<number, ProbeCounts>();

  const add = (from: number, counts: ProbeCounts, sign: 1 | -1 = 1) => {
    const sum = addCounts(unsaved.get(from) ?? NO_PROBES, counts, sign);
    if (sum.probes === 0) unsaved.delete(from);
    else unsaved.set(from, sum);
  };

  return {
    count(result) {
      const from = Math.floor(clock.now() / SPAN_MS) * SPAN_MS;
      add(from, { probes: 1, good: result === 'good' ? 1 : 0, failed: result === 'failed' ? 1 : 0 });
    },
    windows() {
      const now = clock.now();
      return WINDOW_NAMES.map((name, i) => {
        const recent = [...unsaved].filter(([from]) => from > now - WINDOWS[name]);
        const counts = recent.reduce((sum, [, own]) => addCounts(sum, own), stored[i] ?? NO_PROBES);
        return shareOf(name, counts);
      });
    },
    async save() {
      const now = clock.now();
      const saving: ProbeTally[] = [...unsaved].map(([from, counts]) => ({ from, ...counts }));
      for (const { from, ...counts } of saving) {
        await store.addProbes({ from, ...counts });
        add(from, counts, -1);
        stored = stored.map((sum, i) => {
          const name = WINDOW_NAMES[i];
          return name && from > now - WINDOWS[name] ? addCounts(sum, counts) : sum;
        });
      }
      stored = await store.probesSince({
        since: WINDOW_NAMES.map((name) => now - WINDOWS[name]),
        until: now,
      });
      await store.pruneCanary({ before: now - KEEP_TRACES_MS, countsBefore: now - KEEP_COUNTS_MS });
    },
  };
}
