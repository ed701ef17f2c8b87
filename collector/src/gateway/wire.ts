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

/** What becomes of the messages of one agent. */
export interface WireEnd {
  /**
   * Called for one message at a time, the next after the promise, if there is one; what it throws ends the connection.
   * @param arrivedAt ms, monotonic
   */
  onMessage(message: AgentMessage, arrivedAt: number): Promise<void> | void;
  onClose(): void;
  onRefused(error: AssayError): void;
}

/** What all wires share. */
export interface WireServices {
  log: Logger;
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
 * One agent's socket, in messages, each worked on before the next is decoded. What can't be worked on yet stays in the
 * agent's socket, not in our memory; and so does not what the agent won't read: it is cut off.
 */
export class Wire {
  private isClosed = false;
  private isDeaf = false;
  private isWorking = false;
  private waiting = 0;
  private readonly received: Received[] = [];
  private readonly rate = createRate(LIMITS.maxMessagesPerSecond);
  private readonly socket: WebSocket;
  private readonly end: WireEnd;
  private readonly services: WireServices;

  constructor(socket: WebSocket, end: WireEnd, services: WireServices) {
    this.socket = socket;
    this.end = end;
    this.services = services;
    socket.on('message', (data: Buffer, isBinary: boolean) => this.take(data, isBinary));
    // The library answers each ping: a flood of them, its answers unread, would fill the memory.
    socket.on('ping', () => {
      this.assertRate(performance.now());
      this.assertReads();
    });
    socket.on('error', (error: Error & { code?: string }) => this.onError(error));
    socket.on('close', () => {
      this.isClosed = true;
      end.onClose();
    });
  }

  /** Nothing more is taken in. */
  get closed(): boolean {
    return this.isClosed || this.isDeaf;
  }

  send(message: CollectorMessage): void {
    this.sendFrame(encodeCollectorFrame(message));
  }

  /** A message that is encoded already. */
  sendFrame(frame: Uint8Array): void {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return;
    socket.send(frame);
    this.assertReads();
  }

  /** Tells the agent why, and closes; what it sent and isn't worked on yet is dropped. */
  refuse(error: AssayError): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const { close, retry } = ERRORS[error.code];
    this.end.onRefused(error);
    const retryAfter = retry ? retryAfterS(error.code, this.services.random()) : 0;
    this.send({ type: 'refusal', code: error.code, message: error.message, retryAfterS: retryAfter, retry });
    this.socket.close(close ?? ERRORS.internal.close, error.code);
  }

  /** Takes nothing in any more, and resolves to whether the other side still answers. */
  stillThere(timeoutMs: number): Promise<boolean> {
    const { socket } = this;
    this.isDeaf = true;
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
  }

  /** A normal end after the last message. */
  close(): void {
    this.isClosed = true;
    this.socket.close(1000);
  }

  /** Called when it is this wire's turn. */
  async workOff(): Promise<void> {
    const { received, socket } = this;
    for (let next = received.shift(); next; next = received.shift()) {
      try {
        const work = this.closed ? null : this.end.onMessage(decodeAgentFrame(next.data), next.arrivedAt);
        if (work) await work;
      } catch (error) {
        this.fail(error);
      }
      this.waiting--;
      this.services.backlog.done(next.data.length);
      if (socket.isPaused) this.readOn();
    }
    this.isWorking = false;
  }

  private take(data: Buffer, isBinary: boolean): void {
    if (this.closed) return;
    const arrivedAt = performance.now();
    if (isBinary) this.assertRate(arrivedAt);
    else this.refuse(new AssayError('frame_not_binary', 'expected a binary frame, got text'));
    if (this.isClosed) return;
    const { backlog } = this.services;
    backlog.add(data.length);
    if (++this.waiting >= LIMITS.maxUnackedReports || !backlog.hasRoom) this.socket.pause();
    this.received.push({ data, arrivedAt });
    if (this.isWorking) return;
    this.isWorking = true;
    afterReads(this);
  }

  private readOn(): void {
    if (this.waiting >= LIMITS.maxUnackedReports) return;
    const { backlog } = this.services;
    if (backlog.hasRoom) this.socket.resume();
    else backlog.whenRoom(() => this.readOn());
  }

  // The refusal and the close frame queue up behind what isn't read: the socket is cut as well.
  private assertReads(): void {
    if (this.isClosed || this.socket.bufferedAmount <= LIMITS.maxUnreadBytes) return;
    this.refuse(
      new AssayError('reader_too_slow', `at most ${LIMITS.maxUnreadBytes} bytes may wait to be read`),
    );
    this.socket.terminate();
  }

  private assertRate(now: number): void {
    if (this.isClosed || this.rate.take(now)) return;
    this.refuse(new AssayError('rate_exceeded', `at most ${LIMITS.maxMessagesPerSecond} messages a second`));
  }

  private fail(error: unknown): void {
    const isCoded = error instanceof AssayError;
    if (!isCoded) this.services.log.error({ err: error }, 'message failed');
    this.refuse(
      isCoded
        ? error
        : new AssayError('internal', 'the collector failed on this message; its log has the cause'),
    );
  }

  private onError(error: Error & { code?: string }): void {
    // The library has closed with 1009 already; what is left is to say so to ourselves.
    if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' && !this.isClosed) {
      this.isClosed = true;
      this.end.onRefused(new AssayError('frame_too_large', `expected at most ${LIMITS.maxFrameBytes} bytes`));
    }
    this.services.log.debug({ err: error }, 'socket error');
  }
}
