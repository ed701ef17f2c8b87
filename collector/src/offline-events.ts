import { isDeepStrictEqual } from 'node:util';
import { type Lost, SIGNAL_NAMES, type SignalName, type Signals } from '@assay/shared';
import { describeSignal, SIGNAL_CATALOG } from '@assay/shared/signal-catalog';
import type { DeviceEvent } from './store/lifecycle.ts';

type TimedEvent = DeviceEvent & { at: number };

const BY = 'the agent';
const MAX_DETAIL = 2000;

/** What a report of the time offline shows that the one before didn't; none when it shows nothing new. */
export function offlineEvents(before: Signals, after: Signals, at: number): TimedEvent[] {
  const changed = SIGNAL_NAMES.filter((name) => !isSameOutcome(before, after, name));
  if (changed.length === 0) return [];
  const titles = changed.map((name) => SIGNAL_CATALOG[name].title);
  const lines = changed.map((name) => {
    const signal = after[name];
    return `${SIGNAL_CATALOG[name].title}: ${signal ? describeSignal(name, signal) : 'no longer reported'}`;
  });
  const shown = titles.length > 3 ? `${titles.length} signals` : titles.join(', ');
  return [
    {
      kind: 'offline',
      title: `Seen while offline: ${shown}`,
      detail: lines.join('; ').slice(0, MAX_DETAIL),
      by: BY,
      at,
    },
  ];
}

function isSameOutcome(before: Signals, after: Signals, name: SignalName): boolean {
  const [a, b] = [before[name], after[name]];
  return isDeepStrictEqual(a && { ...a, observedAt: 0 }, b && { ...b, observedAt: 0 });
}

const REASONS: Record<keyof Lost, string> = {
  full: 'did not fit into its journal',
  expired: 'too old',
  damaged: 'damaged on its disk',
  refused: 'refused by the collector',
  unwritten: 'could not be written to its disk',
};

/** What never arrived, by the totals that two reports tell; none when they didn't grow. */
export function lostEvents(before: Lost | null, after: Lost | null, at: number): TimedEvent[] {
  if (!after) return [];
  const grown = Object.entries(REASONS).flatMap(([name, words]) => {
    const count = after[name as keyof Lost] - (before?.[name as keyof Lost] ?? 0);
    return count > 0 ? [{ count, words }] : [];
  });
  const total = grown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const detail = grown.map(({ count, words }) => `${count} ${words}`).join('; ');
  return [
    {
      kind: 'lost',
      title: `${total} ${total === 1 ? 'report of its time offline was' : 'reports of its time offline were'} lost`,
      detail,
      by: BY,
      at,
    },
  ];
}
