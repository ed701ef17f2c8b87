import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { AGENT_PATH, AssayError, SUBPROTOCOL } from '@assay/shared';
import type { WebSocket } from 'ws';
import { retryAfterS } from './admission.ts';
import type { Caller } from './caller.ts';
import type { Door } from './door.ts';
import { startHeartbeat } from './heartbeat.ts';
import { openSession } from './session.ts';
import type { SessionServices } from './session-services.ts';
import { openWebSockets } from './websockets.ts';

/** The agents' door: upgrades, keeps alive, drains. */
export interface Gateway {
  /** Somebody who does not come by one of the servers. */
  receive(caller: Caller): void;
  /** Tells every agent that the collector goes away, and waits until they are gone or `timeoutMs` has passed. */
  drain(timeoutMs: number): Promise<void>;
}

export function openGateway(servers: readonly Server[], door: Door, services: SessionServices): Gateway {
  const sockets = new Set<WebSocket>();
  const heartbeat = startHeartbeat();
  const wss = openWebSockets();

  let draining = false;
  const receive = ({ path, protocols, socket, accept, reject }: Caller) => {
    socket.on('error', destroyed);
    if (path.split('?')[0] !== AGENT_PATH) return reject(404);
    if (!protocols.split(',').some((name) => name.trim() === SUBPROTOCOL))
      return reject(400, { body: `this collector speaks ${SUBPROTOCOL}\n` });
    if (draining) return reject(503, { retryAfterS: retryAfterS('draining', services.random()) });
    const { remoteAddress, remotePort } = socket;
    const settle = () => door.settled({ remoteAddress, remotePort });
    // The answer and the challenge go out as one record.
    socket.cork();
    accept((accepted) => {
      sockets.add(accepted);
      accepted.on('close', () => sockets.delete(accepted));
      heartbeat.add(accepted);
      openSession(accepted, services, settle, remoteAddress);
    });
    socket.uncork();
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    receive({
      path: request.url ?? '',
      protocols: request.headers['sec-websocket-protocol'] ?? '',
      socket,
      accept: (use) => wss.handleUpgrade(request, socket, head, use),
      reject: (status, answer) => reject(socket, status, answer),
    });
  for (const server of servers) server.on('upgrade', upgrade);

  return {
    receive,
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

function reject(
  socket: Duplex,
  status: number,
  { retryAfterS, body = '' }: { retryAfterS?: number; body?: string } = {},
): void {
  const wait = retryAfterS === undefined ? '' : `Retry-After: ${retryAfterS}\r\n`;
  const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${wait}Connection: close\r\n`;
  // Whoever does not go by itself would hold its place.
  socket.once('finish', socket.destroy);
  socket.end(`${answer}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
