import { EventEmitter } from 'node:events';
import { LIMITS } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';

class Peer extends EventEmitter {
  pings = 0;
  terminated = false;
  ping() {
    this.pings++;
  }
  terminate() {
    this.terminated = true;
    this.emit('close');
  }
}

let heartbeat: Heartbeat;
beforeEach(() => {
  vi.useFakeTimers();
  heartbeat = startHeartbeat();
});
afterEach(() => {
  heartbeat.stop();
  vi.useRealTimers();
});

function connect(count: number): Peer[] {
  const peers = Array.from({ length: count }, () => new Peer());
  for (const peer of peers) heartbeat.add(peer as unknown as WebSocket);
  return peers;
}

describe('the heartbeat', () => {
  it('pings everybody once in an interval, never many at once', () => {
    const peers = connect(3000);
    vi.advanceTimersByTime(LIMITS.pingIntervalMs / 30);
    expect(peers.filter(({ pings }) => pings > 0)).toHaveLength(100);
    vi.advanceTimersByTime((LIMITS.pingIntervalMs * 29) / 30);
    expect(new Set(peers.map(({ pings }) => pings))).toEqual(new Set([1]));
  });

  it('ends who says nothing until the next ping, and nobody who pongs or speaks', () => {
    const [silent, ponging, speaking] = connect(3) as [Peer, Peer, Peer];
    vi.advanceTimersByTime(LIMITS.pingIntervalMs);
    ponging.emit('pong');
    speaking.emit('message');
    vi.advanceTimersByTime(LIMITS.pingIntervalMs);
    expect([silent, ponging, speaking].map(({ terminated }) => terminated)).toEqual([true, false, false]);
  });

  it('forgets who is gone', () => {
    const [gone] = connect(1) as [Peer];
    gone.emit('close');
    vi.advanceTimersByTime(2 * LIMITS.pingIntervalMs);
    expect([gone.pings, gone.terminated]).toEqual([0, false]);
  });
});
