import type { WebSocket } from 'ws';
import type { Comer } from './door.ts';

/** Somebody who asks for a WebSocket: by an upgrade of HTTP/1.1 (RFC 6455), or on a stream of HTTP/2 (RFC 8441). */
export interface Caller {
  path: string;
  /** Subprotocols that are offered, with commas between. */
  protocols: string;
  socket: Comer;
  accept(use: (socket: WebSocket) => void): void;
  /** @param status of HTTP */
  reject(status: number, answer?: { retryAfterS?: number; body?: string }): void;
}
