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
    this.emit('ping');
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
  it('pings everybody who is quiet once in an interval, never many at once', () => {
    const peers = connect(3000);
    vi.advanceTimersByTime(LIMITS.pingIntervalMs / 30);
    expect(peers.filter(({ pings }) => pings > 0)).toHaveLength(100);
    vi.advanceTimersByTime((LIMITS.pingIntervalMs * 29) / 30);
    expect(new Set(peers.map(({ pings }) => pings))).toEqual(new Set([1]));
  });

  it('goes on pinging who pongs, and ends who says nothing for an interval after a ping', () => {
    const [silent, ponging] = connect(2) as [Peer, Peer];
    ponging.on('ping', () => ponging.emit('pong'));
    vi.advanceTimersByTime(4 * LIMITS.pingIntervalMs);
    expect([silent, ponging].map(({ pings, terminated }) => [pings, terminated])).toEqual([
      [1, true],
      [4, false],
    ]);
  });

  it('does not ping who spoke since the last look, and finds out at the third look that it is gone', () => {
    const [speaking] = connect(1) as [Peer];
    speaking.emit('message');
    vi.advanceTimersByTime(LIMITS.pingIntervalMs);
    expect(speaking.pings).toBe(0);
    vi.advanceTimersByTime(LIMITS.pingIntervalMs);
    expect([speaking.pings, speaking.terminated]).toEqual([1, false]);
    vi.advanceTimersByTime(LIMITS.pingIntervalMs);
    expect(speaking.terminated).toBe(true);
  });

  it('takes a message for the answer to a ping', () => {
    const [speaking] = connect(1) as [Peer];
    vi.advanceTimersByTime(LIMITS.pingIntervalMs);
    speaking.emit('message');
    vi.advanceTimersByTime(2 * LIMITS.pingIntervalMs);
    expect([speaking.pings, speaking.terminated]).toEqual([2, false]);
  });

  it('forgets who is gone', () => {
    const [gone] = connect(1) as [Peer];
    gone.emit('close');
    vi.advanceTimersByTime(2 * LIMITS.pingIntervalMs);
    expect([gone.pings, gone.terminated]).toEqual([0, false]);
  });
});
