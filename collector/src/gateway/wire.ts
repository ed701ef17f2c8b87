import {
  type AgentMessage,
  AssayError,
  type CollectorMessage,
  decodeAgentFrame,
  ERRORS,
  encodeCollectorFrame,
  LIMITS,
} from '@assay/shared';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { retryAfterS } from './admission.ts';
import type { Backlog } from './backlog.ts';
import { createRate } from './rate.ts';
import { afterReads } from './turns.ts';

/** One agent's socket, in messages. */
export interface Wire {
  send(message: CollectorMessage): void;
  /** Tells the agent why, and closes; what it sent and isn't worked on yet is dropped. */
  refuse(error: AssayError): void;
  /** Takes nothing in any more, and resolves to whether the other side still answers. */
  stillThere(timeoutMs: number): Promise<boolean>;
  /** A normal end after the last message. */
  end(): void;
  /** Nothing more is taken in. */
  readonly closed: boolean;
}

export interface WireHandlers {
  /**
   * Called for one message at a time; what it throws ends the connection.
   * @param arrivedAt ms, monotonic
   */
  onMessage(message: AgentMessage, arrivedAt: number): Promise<void>;
  onClose(): void;
  onRefused(error: AssayError): void;
  log: Logger;
  /** Shared by all wires. */
  backlog: Backlog;
  /** In [0, 1). */
  random(): number;
}

interface Received {
  data: Buffer;
  /** ms, monotonic */
  arrivedAt: number;
}

/**
 * Turns a socket into messages, each worked on before the next is decoded. What can't be worked on yet stays in the
 * agent's socket, not in our memory; and so does not what the agent won't read: it is cut off.
 */
export function openWire(socket: WebSocket, handlers: WireHandlers): Wire {
  const { onMessage, onClose, onRefused, log, backlog, random } = handlers;
  const rate = createRate(LIMITS.maxMessagesPerSecond);
  let closed = false;
  let deaf = false;
  let waiting = 0;
  let isWorking = false;
  const received: Received[] = [];

  const send = (message: CollectorMessage) => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(encodeCollectorFrame(message));
    assertReads();
  };

  // The refusal and the close frame queue up behind what isn't read: the socket is cut as well.
  const assertReads = () => {
    if (closed || socket.bufferedAmount <= LIMITS.maxUnreadBytes) return;
    refuse(new AssayError('reader_too_slow', `at most ${LIMITS.maxUnreadBytes} bytes may wait to be read`));
    socket.terminate();
  };

  const refuse = (error: AssayError) => {
    if (closed) return;
    closed = true;
    const { close, retry } = ERRORS[error.code];
    onRefused(error);
    const retryAfter = retry ? retryAfterS(error.code, random()) : 0;
    send({ type: 'refusal', code: error.code, message: error.message, retryAfterS: retryAfter, retry });
    socket.close(close ?? ERRORS.internal.close, error.code);
  };

  const fail = (error: unknown) => {
    if (error instanceof AssayError) return refuse(error);
    log.error({ err: error }, 'message failed');
    refuse(new AssayError('internal', 'the collector failed on this message; its log has the cause'));
  };

  const assertRate = (now: number) => {
    if (closed || rate.take(now)) return;
    refuse(new AssayError('rate_exceeded', `at most ${LIMITS.maxMessagesPerSecond} messages a second`));
  };

  const readOn = () => {
    if (waiting >= LIMITS.maxUnackedReports) return;
    if (backlog.hasRoom) socket.resume();
    else backlog.whenRoom(readOn);
  };

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (closed || deaf) return;
    if (!isBinary) return refuse(new AssayError('frame_not_binary', 'expected a binary frame, got text'));
    const arrivedAt = performance.now();
    assertRate(arrivedAt);
    if (closed) return;
    backlog.add(data.length);
    if (++waiting >= LIMITS.maxUnackedReports || !backlog.hasRoom) socket.pause();
    received.push({ data, arrivedAt });
    if (isWorking) return;
    isWorking = true;
    afterReads(workOff);
  });

  async function workOff(): Promise<void> {
    for (let next = received.shift(); next; next = received.shift()) {
      try {
        if (!closed && !deaf) await onMessage(decodeAgentFrame(next.data), next.arrivedAt);
      } catch (error) {
        fail(error);
      }
      waiting--;
      backlog.done(next.data.length);
      if (socket.isPaused) readOn();
    }
    isWorking = false;
  }

  // The library answers each ping: a flood of them, its answers unread, would fill the memory.
  socket.on('ping', () => {
    assertRate(performance.now());
    assertReads();
  });
  socket.on('error', (error: Error & { code?: string }) => {
    // The library has closed with 1009 already; what is left is to say so to ourselves.
    if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' && !closed) {
      closed = true;
      onRefused(new AssayError('frame_too_large', `expected at most ${LIMITS.maxFrameBytes} bytes`));
    }
    log.debug({ err: error }, 'socket error');
  });
  socket.on('close', () => {
    closed = true;
    onClose();
  });

  return {
    send,
    refuse,
    stillThere(timeoutMs) {
      deaf = true;
      socket.resume();
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => resolve(false), timeoutMs);
        const settle = (answered: boolean) => {
          clearTimeout(giveUp);
          resolve(answered);
        };
        socket.once('pong', () => settle(true));
        socket.once('close', () => settle(false));
        socket.ping();
      });
    },
    end() {
      closed = true;
      socket.close(1000);
    },
    get closed() {
      return closed || deaf;
    },
  };
}
