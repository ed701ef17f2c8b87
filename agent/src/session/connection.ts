import type { TLSSocket } from 'node:tls';
import {
  AGENT_PATH,
  type AgentMessage,
  type AssayError,
  type CollectorMessage,
  decodeCollectorFrame,
  encodeAgentFrame,
  LIMITS,
  SUBPROTOCOL,
  toError,
} from '@assay/shared';
import WebSocket from 'ws';
import { type NetworkError, toFailure, unreachable } from './failure.ts';
import { type Endpoint, trustOf } from './peer.ts';
import { resumingAgent } from './proxy.ts';
import { retryAfterMs } from './retry-after.ts';

/** One WebSocket to the collector, in messages. */
export interface Connection {
  send(message: AgentMessage): void;
  close(): void;
  /** Whether it goes on from an earlier one's TLS session. */
  isResumed(): boolean;
  /** Resolves once the connection is gone: null after a normal end, else why. */
  ended: Promise<Ending | null>;
}

/** `retry: false` is the collector's word that trying again unchanged cannot help. */
export interface Ending {
  error: AssayError;
  retry: boolean;
  /** Said by the collector, not found out by ourselves. */
  isRefusal?: boolean;
  retryAfterMs: number;
}

// The collector answers or pings at least in every second interval; half of one more is a dead peer that no FIN announced.
const SILENCE_MS = LIMITS.pingIntervalMs * 2.5;

/** Connects; `onMessage` gets what the collector says, but for refusals, which become the ending. */
export function connect(
  endpoint: Endpoint,
  onMessage: (message: CollectorMessage, connection: Connection) => void,
): Connection {
  const { url, caPem, proxy } = endpoint;
  const address = new URL(AGENT_PATH, url);
  address.protocol = 'wss:';
  const socket = new WebSocket(address, SUBPROTOCOL, {
    ...trustOf(caPem),
    agent: resumingAgent(proxy),
    perMessageDeflate: false,
    maxPayload: LIMITS.maxFrameBytes,
    handshakeTimeout: LIMITS.handshakeTimeoutMs,
  });
  const { promise: ended, resolve } = Promise.withResolvers<Ending | null>();
  let ending: Ending | null = null;
  let failure: NetworkError | null = null;
  let silence: NodeJS.Timeout | undefined;
  let resumed = false;

  const endWith = (error: Error) => {
    ending ??= { error: unreachable(url, error), retry: true, retryAfterMs: 0 };
  };
  const alive = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      endWith(new Error(`nothing heard for ${SILENCE_MS} ms`));
      socket.terminate();
    }, SILENCE_MS);
  };

  const connection: Connection = {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(encodeAgentFrame(message));
    },
    close: () => socket.close(1000),
    isResumed: () => resumed,
    ended,
  };

  socket.on('upgrade', (response) => {
    resumed = (response.socket as TLSSocket).isSessionReused();
  });
  socket.on('open', alive);
  socket.on('ping', alive);
  socket.on('message', (data: Buffer) => {
    alive();
    try {
      const message = decodeCollectorFrame(data);
      if (message?.type === 'refusal') {
        const { retry, retryAfterS } = message;
        ending = { error: toError(message), retry, retryAfterMs: retryAfterS * 1000, isRefusal: true };
      } else if (message) {
        onMessage(message, connection);
      }
    } catch (error) {
      ending ??= { error: error as AssayError, retry: true, retryAfterMs: 0 };
      socket.close(1002);
    }
  });
  // Instead of a WebSocket, an HTTP answer: from the collector while it drains, or from something in between.
  socket.on('unexpected-response', (_, { statusCode, headers }) => {
    endWith(new Error(`it answered ${statusCode} where a session should begin; is it an Assay collector?`));
    if (ending) ending.retryAfterMs = retryAfterMs(headers['retry-after'], Date.now());
    socket.terminate();
  });
  socket.on('error', (error) => {
    if (!ending) failure = error;
  });
  socket.on('close', async (code) => {
    clearTimeout(silence);
    if (!ending && failure)
      ending = { error: await toFailure(failure, endpoint), retry: true, retryAfterMs: 0 };
    if (code !== 1000) endWith(new Error(`the connection was closed with code ${code}`));
    resolve(ending);
  });
  return connection;
}
