import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { AGENT_PATH, AssayError, LIMITS, SUBPROTOCOL } from '@assay/shared';
import { type WebSocket, WebSocketServer } from 'ws';
import { retryAfterS } from './admission.ts';
import type { Door } from './door.ts';
import { startHeartbeat } from './heartbeat.ts';
import { openSession } from './session.ts';
import type { SessionServices } from './session-services.ts';

/** The agents' door: upgrades, keeps alive, drains. */
export interface Gateway {
  /** Tells every agent that the collector goes away, and waits until they are gone or `timeoutMs` has passed. */
  drain(timeoutMs: number): Promise<void>;
}

export function openGateway(servers: readonly Server[], door: Door, services: SessionServices): Gateway {
  const sockets = new Set<WebSocket>();
  const heartbeat = startHeartbeat();
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });

  let draining = false;
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', destroyed);
    const path = request.url?.split('?')[0];
    if (path !== AGENT_PATH) return reject(socket, '404 Not Found');
    if (!offersOurProtocol(request))
      return reject(socket, '400 Bad Request', { body: `this collector speaks ${SUBPROTOCOL}\n` });
    if (draining)
      return reject(socket, '503 Service Unavailable', {
        retryAfter: retryAfterS('draining', services.random()),
      });
    const peer = peerOf(request);
    const settle = () => door.settled(peer);
    // The answer and the challenge go out as one TLS record.
    socket.cork();
    wss.handleUpgrade(request, socket, head, (accepted) => {
      sockets.add(accepted);
      accepted.on('close', () => sockets.delete(accepted));
      heartbeat.add(accepted);
      openSession(accepted, services, settle, peer.remoteAddress);
    });
    socket.uncork();
  };
  for (const server of servers) server.on('upgrade', upgrade);

  return {
    async drain(timeoutMs) {
      draining = true;
      heartbeat.stop();
      const gone = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const session of services.live.all()) {
        session.close(new AssayError('draining', 'the collector is restarting; come back'));
      }
      for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.close(1012);
      const cutOff = setTimeout(() => {
        for (const socket of sockets) socket.terminate();
      }, timeoutMs);
      await Promise.all(gone);
      clearTimeout(cutOff);
    },
  };
}

// Closures that live as long as a connection must not be made where they would keep the request that opened it.
function destroyed(this: Duplex): void {
  this.destroy();
}

const peerOf = ({ socket: { remoteAddress, remotePort } }: IncomingMessage) => ({
  remoteAddress,
  remotePort,
});

const offersOurProtocol = (request: IncomingMessage) =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').some((name) => name.trim() === SUBPROTOCOL);

function reject(
  socket: Duplex,
  status: string,
  { retryAfter = null, body = '' }: { retryAfter?: number | null; body?: string } = {},
): void {
  const wait = retryAfter === null ? '' : `Retry-After: ${retryAfter}\r\n`;
  const head = `HTTP/1.1 ${status}\r\n${wait}Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  socket.end(`${head}\r\n${body}`);
}
