import { createServer, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { isIP } from 'node:net';
import { LIMITS, SUBPROTOCOL } from '@assay/shared';
import { WebSocket } from 'ws';
import type { Caller } from './caller.ts';
import type { Comer, Door } from './door.ts';

/** Agents that a proxy hands on as streams of HTTP/2 connections: many agents, few files. */
export interface Http2Streams {
  /** Listens nowhere itself. */
  server: Http2Server;
  /** Ends the proxy's connections. */
  close(): void;
}

const SETTINGS = {
  enableConnectProtocol: true,
  maxConcurrentStreams: 250,
  // What a stream may say before it is read is kept here, not in the system's buffers.
  initialWindowSize: 16_384,
};
const SESSION_MB = 64;
/** Streams have no port; theirs begin where those of connections end. */
const FIRST_PORT = 65_536;

/**
 * Takes WebSockets on streams of HTTP/2 (RFC 8441); nothing else comes this way. Each stands before the door like a
 * connection.
 * @param receive what comes after the door
 */
export function openHttp2Streams(door: Door, receive: (caller: Caller) => void): Http2Streams {
  let port = FIRST_PORT;
  const sessions = new Set<{ destroy(): void }>();
  const server = createServer({ settings: SETTINGS, maxSessionMemory: SESSION_MB });
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  server.on('sessionError', () => {});
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    // The proxy takes streams back for reasons of its own at any time.
    stream.on('error', () => {});
    const remoteAddress = addressOf(headers);
    Object.defineProperties(stream, {
      remoteAddress: { value: remoteAddress },
      remotePort: { value: port++ },
    });
    const caller = callerOn(stream, headers);
    if (headers[':protocol'] !== 'websocket')
      return caller.reject(421, {
        body: 'only agents are handed on by HTTP/2: use HTTP/1.1 for everything else\n',
      });
    const comer = stream as Comer;
    door.arrive(comer, () => {
      door.upgraded(comer);
      receive(caller);
    });
  });
  return {
    server,
    close() {
      for (const session of sessions) session.destroy();
    },
  };
}

/** The last of the addresses is what the proxy itself saw; what is before it, anybody may have written. */
function addressOf(headers: IncomingHttpHeaders): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return forwarded && isIP(forwarded) ? forwarded : 'proxy';
}

function callerOn(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Caller {
  return {
    path: String(headers[':path'] ?? ''),
    protocols: String(headers['sec-websocket-protocol'] ?? ''),
    socket: stream as Comer,
    accept(use) {
      if (isGone(stream)) return;
      stream.respond({ ':status': 200, 'sec-websocket-protocol': SUBPROTOCOL });
      use(webSocketOn(stream));
    },
    reject(status, { retryAfterS, body = '' } = {}) {
      if (isGone(stream)) return;
      stream.respond({
        ':status': status,
        ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
      });
      stream.end(body);
    },
  };
}

/** Taken back, though nothing may have been emitted yet. */
const isGone = (stream: ServerHttp2Stream) => stream.destroyed || stream.closed;

/** As `WebSocketServer` makes one of a socket after the handshake; `ws` has no way of its own for streams. */
function webSocketOn(stream: ServerHttp2Stream): WebSocket {
  const options = {
    maxPayload: LIMITS.maxFrameBytes,
    allowSynchronousEvents: true,
    skipUTF8Validation: false,
  };
  const socket = new (
    WebSocket as unknown as new (
      address: null,
      protocols: undefined,
      options: object,
    ) => Handed
  )(null, undefined, {});
  socket.setSocket(stream, Buffer.alloc(0), options);
  return socket;
}

interface Handed extends WebSocket {
  setSocket(stream: ServerHttp2Stream, head: Buffer, options: object): void;
}
