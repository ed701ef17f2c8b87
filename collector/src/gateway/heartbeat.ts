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
 * Looks at each socket once in an interval, a slice of them at a time: pings it, unless a message came since the look
 * before, for that is answered and tells both sides as much; and ends it where a ping brought nothing until now.
 */
export function startHeartbeat(): Heartbeat {
  const slices = Array.from({ length: SLICES }, () => new Set<WebSocket>());
  const pinged = new WeakSet<WebSocket>();
  const spoke = new WeakSet<WebSocket>();
  let next = 0;
  let turn = 0;

  const look = (socket: WebSocket) => {
    if (spoke.delete(socket)) return;
    if (pinged.has(socket)) return socket.terminate();
    pinged.add(socket);
    socket.ping();
  };
  const timer = setInterval(() => slices[turn++ % SLICES]?.forEach(look), LIMITS.pingIntervalMs / SLICES);
  timer.unref();

  // Not one of each for every socket: there are ten thousand.
  function onPong(this: WebSocket): void {
    pinged.delete(this);
  }
  function onMessage(this: WebSocket): void {
    pinged.delete(this);
    spoke.add(this);
  }

  return {
    add(socket) {
      const slice = slices[next++ % SLICES];
      slice?.add(socket);
      socket.on('pong', onPong);
      socket.on('message', onMessage);
      socket.on('close', () => slice?.delete(socket));
    },
    stop: () => clearInterval(timer),
  };
}
