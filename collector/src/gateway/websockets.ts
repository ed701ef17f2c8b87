import type { ServerHttp2Stream } from 'node:http2';
import { LIMITS, SUBPROTOCOL } from '@assay/shared';
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws';

/** Makes WebSockets of agents' upgrades; listens nowhere itself. */
export const openWebSockets = (): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });

/**
 * As `WebSocketServer` makes one of a socket after the handshake; `ws` has no way of its own for streams of HTTP/2.
 * @param options those of such a server: its defaults, limits among them, are nowhere else
 */
export function webSocketOn(stream: ServerHttp2Stream, options: ServerOptions): WebSocket {
  const socket = new (
    WebSocket as unknown as new (
      address: null,
      protocols: undefined,
      options: ServerOptions,
    ) => Handed
  )(null, undefined, options);
  socket.setSocket(stream, Buffer.alloc(0), options);
  return socket;
}

/** What `ws` does not tell of itself. */
interface Handed extends WebSocket {
  setSocket(stream: ServerHttp2Stream, head: Buffer, options: ServerOptions): void;
}
