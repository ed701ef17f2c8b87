import { EventEmitter } from 'node:events';
import { type CollectorMessage, decodeCollectorFrame } from '@assay/shared';
import type { WebSocket } from 'ws';

/** What the collector did last: a message it sent, or the close. */
export type Answer = CollectorMessage | { type: 'closed'; code: number };

/** An agent's end of a connection without a network: frames in, answers out, one after the other. */
export interface InMemorySocket {
  /** The collector's end, as the gateway takes it. */
  server: WebSocket;
  /** One frame from the agent. */
  say(frame: Uint8Array): void;
  /** The next answer; after the close always that. */
  next(): Promise<Answer>;
  /** The agent hangs up. */
  hangUp(): void;
  /** Bytes that the agent hasn't read. */
  unread: number;
}

export function createInMemorySocket(): InMemorySocket {
  const emitter = new EventEmitter();
  const inbox: Answer[] = [];
  let waiting: ((answer: Answer) => void) | null = null;
  let closed: Answer | null = null;

  const tell = (answer: Answer) => {
    const resolve = waiting;
    waiting = null;
    if (resolve) resolve(answer);
    else inbox.push(answer);
  };
  const close = (code = 1005) => {
    if (closed) return;
    closed = { type: 'closed', code };
    server.readyState = server.CLOSED;
    tell(closed);
    emitter.emit('close', code);
  };
  const server = Object.assign(emitter, {
    OPEN: 1,
    CLOSED: 3,
    readyState: 1,
    isPaused: false,
    bufferedAmount: 0,
    pause: () => Object.assign(server, { isPaused: true }),
    resume: () => Object.assign(server, { isPaused: false }),
    ping() {},
    terminate: () => close(1006),
    close,
    send(bytes: Uint8Array) {
      const message = decodeCollectorFrame(bytes);
      if (message) tell(message);
    },
  });

  return {
    server: server as unknown as WebSocket,
    say: (frame) => void emitter.emit('message', Buffer.from(frame), true),
    next() {
      const answer = inbox.shift() ?? closed;
      if (answer) return Promise.resolve(answer);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    hangUp: () => close(1000),
    get unread() {
      return server.bufferedAmount;
    },
    set unread(bytes: number) {
      server.bufferedAmount = bytes;
    },
  };
}
