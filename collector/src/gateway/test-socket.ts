import { EventEmitter } from 'node:events';
import {
  type AgentMessage,
  type CollectorMessage,
  decodeCollectorFrame,
  encodeAgentFrame,
} from '@assay/shared';
import type { WebSocket } from 'ws';

/** A WebSocket in memory, seen from the agent's end. */
export interface TestSocket {
  /** What a session is opened on. */
  socket: WebSocket;
  received: CollectorMessage[];
  /** The close frame; null while open. */
  closed: { code: number; reason: string } | null;
  /** Delivers a message at once, as `ws` does with what it has read already, paused or not. */
  deliver(message: AgentMessage): void;
  disconnect(): void;
}

export function createTestSocket(): TestSocket {
  const events = new EventEmitter();
  const test: TestSocket = {
    socket: Object.assign(events, {
      OPEN: 1,
      readyState: 1,
      bufferedAmount: 0,
      isPaused: false,
      pause() {
        this.isPaused = true;
      },
      resume() {
        this.isPaused = false;
      },
      send(frame: Uint8Array) {
        const message = decodeCollectorFrame(frame);
        if (message) test.received.push(message);
      },
      close(code: number, reason = '') {
        test.closed ??= { code, reason };
        this.readyState = 2;
      },
    }) as unknown as WebSocket,
    received: [],
    closed: null,
    deliver: (message) => void events.emit('message', Buffer.from(encodeAgentFrame(message)), true),
    disconnect: () => void events.emit('close', 1006),
  };
  return test;
}
