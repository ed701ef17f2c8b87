import type { LiveChange } from '@assay/shared/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keysOf } from './queries.ts';

/** `connecting` is the first attempt; `reconnecting` means that what is shown may be behind. */
export type LiveState = 'connecting' | 'live' | 'reconnecting';

const GATHER_MS = 120;
const LIST_EVERY_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

export function parseChange(data: string): LiveChange | null {
  try {
    const change: unknown = JSON.parse(data);
    if (typeof change !== 'object' || change === null || !('kind' in change)) return null;
    const device = 'device' in change && typeof change.device === 'string' ? change.device : null;
    return { kind: change.kind as LiveChange['kind'], device };
  } catch {
    return null;
  }
}

interface Listener {
  onState: (state: LiveState) => void;
  onChange: (change: LiveChange) => void;
  /** Connected again after a gap: anything may have changed. */
  onGap: () => void;
}

/** Keeps one event stream open, also where the browser itself gives up (an error answer). Returns how to end it. */
function openStream({ onState, onChange, onGap }: Listener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = 500;
  let everOpen = false;
  const open = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      if (everOpen) onGap();
      everOpen = true;
      waitMs = 500;
      onState('live');
    };
    source.addEventListener('change', (event) => {
      const change = parseChange(event.data);
      if (change) onChange(change);
    });
    source.onerror = () => {
      onState('reconnecting');
      if (source?.readyState !== EventSource.CLOSED) return;
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      timer = setTimeout(open, waitMs * (0.5 + Math.random() / 2));
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Reads again what the collector says has changed; lists at most once a second, however busy the fleet is. */
export function useLive(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const waiting = new Map<string, ReturnType<typeof setTimeout>>();
    const readAgain = (queryKey: string[]) => {
      const name = queryKey.join('/');
      if (waiting.has(name)) return;
      const delayMs = queryKey.length === 1 ? LIST_EVERY_MS : GATHER_MS;
      const later = () => {
        waiting.delete(name);
        client.invalidateQueries({ queryKey });
      };
      waiting.set(name, setTimeout(later, delayMs));
    };
    const close = openStream({
      onState: setState,
      onChange: (change) => keysOf(change).forEach(readAgain),
      onGap: () => client.invalidateQueries(),
    });
    return () => {
      close();
      for (const timer of waiting.values()) clearTimeout(timer);
    };
  }, [client]);
  return state;
}
