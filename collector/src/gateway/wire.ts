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
import { createRate } from './rate.ts';

/** One agent's socket, in messages. */
export interface Wire {
  send(message: CollectorMessage): void;
  /** Tells the agent why, and closes; what it sent and isn't worked on yet is dropped. */
  refuse(error: AssayError): void;
  /** A normal end after the last message. */
  end(): void;
  /** Nothing more is taken in. */
  readonly closed: boolean;
}

export interface WireHandlers {
  /** Called for one message at a time; what it throws ends the connection. */
  onMessage(message: AgentMessage): Promise<void>;
  onClose(): void;
  onRefused(error: AssayError): void;
  log: Logger;
}

/**
 * Turns a socket into messages, each worked on before the next is decoded. What can't be worked on yet stays in the
 * agent's socket, not in our memory.
 */
export function openWire(socket: WebSocket, { onMessage, onClose, onRefused, log }: WireHandlers): Wire {
  const rate = createRate(LIMITS.maxMessagesPerSecond);
  let closed = false;
  let waiting = 0;
  let work: Promise<void> = Promise.resolve();

  const send = (message: CollectorMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(encodeCollectorFrame(message));
  };

  const refuse = (error: AssayError) => {
    if (closed) return;
    closed = true;
    const { close, retry } = ERRORS[error.code];
    onRefused(error);
    send({ type: 'refusal', code: error.code, message: error.message, retryAfterS: 0, retry });
    socket.close(close ?? ERRORS.internal.close, error.code);
  };

  const fail = (error: unknown) => {
    if (error instanceof AssayError) return refuse(error);
    log.error({ err: error }, 'message failed');
    refuse(new AssayError('internal', 'the collector failed on this message; its log has the cause'));
  };

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (closed) return;
    if (!isBinary) return refuse(new AssayError('frame_not_binary', 'expected a binary frame, got text'));
    if (!rate.take(performance.now())) {
      return refuse(
        new AssayError('rate_exceeded', `at most ${LIMITS.maxMessagesPerSecond} messages a second`),
      );
    }
    if (++waiting >= LIMITS.maxUnackedReports) socket.pause();
    work = work
      .then(() => (closed ? undefined : onMessage(decodeAgentFrame(data))))
      .catch(fail)
      .finally(() => {
        if (--waiting < LIMITS.maxUnackedReports && socket.isPaused) socket.resume();
      });
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
    end() {
      closed = true;
      socket.close(1000);
    },
    get closed() {
      return closed;
    },
  };
}
