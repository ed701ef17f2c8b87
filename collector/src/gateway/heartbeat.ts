import { LIMITS } from '@assay/shared';
import type { WebSocket } from 'ws';

/** Finds connections whose other side is gone without a word. */
export interface Heartbeat {
  add(socket: WebSocket): void;
  stop(): void;
}

/** Of ten thousand sockets all at once, the pings alone would hold up every acknowledgement. */
const SLICES = 30;

/** What is known of a socket is kept on itself: each message would change a set of them, which costs and is garbage. */
interface Watched extends WebSocket {
  /** Since the last look a message came, or nothing was heard; or nothing since a ping. */
  heard?: 'message' | 'nothing' | 'nothing_since_ping';
}

/**
 * Looks at each socket once in an interval, a slice of them at a time: pings it, unless a message came since the look
 * before, for that is answered and tells both sides as much; and ends it where a ping brought nothing until now.
 */
export function startHeartbeat(): Heartbeat {
  const slices = Array.from({ length: SLICES }, () => new Set<Watched>());
  let next = 0;
  let turn = 0;

  const timer = setInterval(() => slices[turn++ % SLICES]?.forEach(look), LIMITS.pingIntervalMs / SLICES);
  timer.unref();

  return {
    add(socket: Watched) {
      const slice = slices[next++ % SLICES];
      slice?.add(socket);
      socket.heard = 'nothing';
      socket.on('pong', onPong);
      socket.on('message', onMessage);
      socket.on('close', () => slice?.delete(socket));
    },
    stop: () => clearInterval(timer),
  };
}

function look(socket: Watched): void {
  const { heard } = socket;
  if (heard === 'nothing_since_ping') socket.terminate();
  else if (heard === 'message') socket.heard = 'nothing';
  else {
    socket.heard = 'nothing_since_ping';
    socket.ping();
  }
}

// Not one of each for every socket: there are ten thousand.
function onPong(this: Watched): void {
  if (this.heard === 'nothing_since_ping') this.heard = 'nothing';
}

function onMessage(this: Watched): void {
  this.heard = 'message';
}
