import { once } from 'node:events';
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { AssayError, LIMITS } from '@assay/shared';
import { readProxyHeader } from './proxy-header.ts';

/** Where a proxy on this machine hands on what it has taken TLS off. */
export interface ProxyListener {
  close(): Promise<void>;
}

/**
 * Listens on a Unix socket. Each connection says first whose it is, by the PROXY protocol, and then goes to `server`, which
 * itself listens nowhere. Whoever may write to the socket is believed: that is its owner and its group.
 * @throws AssayError `proxy_socket_unusable`
 */
export async function listenForProxy(
  path: string,
  server: Server,
  onInvalid: () => void,
): Promise<ProxyListener> {
  let ownConnections = 0;
  const listener = createServer((socket) => {
    const giveUp = setTimeout(() => socket.destroy(), LIMITS.handshakeTimeoutMs);
    const onError = () => socket.destroy();
    socket.on('error', onError);
    socket.once('close', () => clearTimeout(giveUp));
    readHeader(socket, (peer) => {
      clearTimeout(giveUp);
      if (!peer) {
        onInvalid();
        socket.destroy();
        return;
      }
      ownConnections += 1;
      const { remoteAddress, remotePort } =
        peer === 'proxy' ? { remoteAddress: 'proxy', remotePort: ownConnections } : peer;
      Object.defineProperties(socket, {
        remoteAddress: { value: remoteAddress },
        remotePort: { value: remotePort },
      });
      socket.off('error', onError);
      server.emit('connection', socket);
    });
  });
  try {
    // Of a collector that was killed: the lock of its data directory says that none runs.
    if (lstatSync(path, { throwIfNoEntry: false })?.isSocket()) unlinkSync(path);
    listener.listen({ path, backlog: 4096 });
    await once(listener, 'listening');
    chmodSync(path, 0o660);
  } catch (cause) {
    throw new AssayError(
      'proxy_socket_unusable',
      `cannot listen on ${path}: ${(cause as Error).message}; name a path in a directory of its own with --proxy-socket`,
      { cause },
    );
  }
  return {
    close: () => new Promise((resolve) => listener.close(() => resolve())),
  };
}

type Peer = { remoteAddress: string; remotePort: number } | 'proxy';

/** Calls back with whose connection it is, null when it does not say so; what follows stays in the socket. */
function readHeader(socket: Socket, done: (peer: Peer | null) => void): void {
  let bytes = Buffer.alloc(0);
  const read = () => {
    const piece = socket.read() as Buffer | null;
    if (!piece) return;
    bytes = Buffer.concat([bytes, piece]);
    const header = headerOf(bytes);
    if (header === null) return;
    socket.off('readable', read);
    if (header === 'none') return done(null);
    if (bytes.length > header.length) socket.unshift(bytes.subarray(header.length));
    done(header.peer ?? 'proxy');
  };
  socket.on('readable', read);
}

function headerOf(bytes: Buffer) {
  try {
    return readProxyHeader(bytes);
  } catch {
    return 'none';
  }
}
