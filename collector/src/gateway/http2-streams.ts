import { createServer, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { isIP } from 'node:net';
import { SUBPROTOCOL } from '@assay/shared';
import type { ServerOptions } from 'ws';
import type { Caller } from './caller.ts';
import type { Comer, Door } from './door.ts';
import { openWebSockets, webSocketOn } from './websockets.ts';

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
  const { options } = openWebSockets();
  const sessions = new Set<{ destroy(): void }>();
  const server = createServer({ settings: SETTINGS, maxSessionMemory: SESSION_MB });
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  server.on('sessionError', () => {});
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    // The proxy takes streams back for reasons of its own at any time.
    stream.on('error', ignored);
    const remoteAddress = addressOf(headers);
    Object.defineProperties(stream, {
      remoteAddress: { value: remoteAddress },
      remotePort: { value: port++ },
    });
    const caller = callerOn(stream, headers, options);
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

// Lives as long as a stream, and must not keep what asked for it.
function ignored(): void {}

/** The last of the addresses is what the proxy itself saw; what is before it, anybody may have written. */
function addressOf(headers: IncomingHttpHeaders): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return forwarded && isIP(forwarded) ? forwarded : 'proxy';
}

function callerOn(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, options: ServerOptions): Caller {
  return {
    path: String(headers[':path'] ?? ''),
    protocols: String(headers['sec-websocket-protocol'] ?? ''),
    socket: stream as Comer,
    accept(use) {
      if (isGone(stream)) return;
      stream.respond({ ':status': 200, 'sec-websocket-protocol': SUBPROTOCOL });
      use(webSocketOn(stream, options));
    },
    reject(status, { retryAfterS, body = '' } = {}) {
      if (isGone(stream)) return;
      stream.respond({
        ':status': status,
        ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
      });
      // Whoever says more all the same would hold its place.
      stream.end(body, () => stream.close());
    },
  };
}

/** Taken back, though nothing may have been emitted yet. */
const isGone = (stream: ServerHttp2Stream) => stream.destroyed || stream.closed;
