import { Tooltip } from '@mantine/core';
import { IconBolt, IconPlugConnectedX } from '@tabler/icons-react';
import type { LiveState } from '../live.ts';

const WORDS: Record<LiveState, { word: string; hint: string }> = {
  connecting: { word: 'Connecting', hint: 'Asking the collector to tell changes as they happen' },
  live: { word: 'Live', hint: 'Changes appear here as they happen' },
  reconnecting: { word: 'Reconnecting', hint: 'The collector cannot be reached; what you see may be behind' },
};

export function LiveBadge({ state }: { state: LiveState }) {
  const { word, hint } = WORDS[state];
  const Icon = state === 'live' ? IconBolt : IconPlugConnectedX;
  return (
    <Tooltip label={hint}>
      <span className="live-badge" data-state={state} role="status">
        <Icon size={14} aria-hidden />
        {word}
      </span>
    </Tooltip>
  );
}
