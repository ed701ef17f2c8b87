import { LIMITS } from '@assay/shared';
import type { WebSocket } from 'ws';

/** Finds connections whose other side is gone without a word. */
export interface Heartbeat {
  add(socket: WebSocket): void;
  stop(): void;
}

/** Of ten thousand sockets all at once, the pings alone would hold up every acknowledgement. */
const SLICES = 30;

/**
 * Pings each socket once in an interval, a slice of them at a time, and ends those that did not say anything since the
 * ping before.
 */
export function startHeartbeat(): Heartbeat {
  const slices = Array.from({ length: SLICES }, () => new Set<WebSocket>());
  const silent = new WeakSet<WebSocket>();
  let next = 0;
  let turn = 0;

  const timer = setInterval(() => {
    for (const socket of slices[turn++ % SLICES] ?? []) {
      if (silent.has(socket)) socket.terminate();
      else {
        silent.add(socket);
        socket.ping();
      }
    }
  }, LIMITS.pingIntervalMs / SLICES);
  timer.unref();

  return {
    add(socket) {
      const slice = slices[next++ % SLICES];
      const heard = () => silent.delete(socket);
      slice?.add(socket);
      socket.on('pong', heard);
      socket.on('message', heard);
      socket.on('close', () => slice?.delete(socket));
    },
    stop: () => clearInterval(timer),
  };
}
