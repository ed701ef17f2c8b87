import { once } from 'node:events';
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { AssayError, LIMITS } from '@assay/shared';
import { readProxyHeader } from './proxy-header.ts';

/** Where a proxy on this machine hands on what it has taken TLS off. */
export interface ProxyListener {
  /** Ends the connections of one peer each that are still open, such as of a console that is followed live. */
  close(): Promise<void>;
}

/** What connections are handed to; they listen nowhere themselves. */
export interface ProxiedServers {
  /** Of one peer each, who is named by the PROXY protocol before anything else. */
  http1: Server;
  /** Of many peers each: every stream says by itself whose it is. */
  http2: Server;
}

/**
 * Listens on a Unix socket for a proxy's connections. Whoever may write to it is believed what they say of a peer's
 * address: that is its owner and its group.
 * @throws AssayError `proxy_socket_unusable`
 */
export async function listenForProxy(
  path: string,
  servers: ProxiedServers,
  onInvalid: () => void,
): Promise<ProxyListener> {
  let ownConnections = 0;
  /** Of one peer each: the server that they are handed to listens nowhere, and closes nothing. */
  const open = new Set<Socket>();
  const listener = createServer((socket) => {
    const giveUp = setTimeout(() => socket.destroy(), LIMITS.handshakeTimeoutMs);
    const onError = () => socket.destroy();
    socket.on('error', onError);
    socket.once('close', () => clearTimeout(giveUp));
    readOpening(socket, (peer) => {
      clearTimeout(giveUp);
      if (!peer) {
        onInvalid();
        socket.destroy();
        return;
      }
      if (peer === 'http2') {
        socket.off('error', onError);
        servers.http2.emit('connection', socket);
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
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      servers.http1.emit('connection', socket);
    });
  });
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSocket()) {
      if (await isListenedOn(path)) throw new Error('another process listens there');
      // Of a collector that was killed.
      unlinkSync(path);
    }
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
    close() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
      for (const socket of open) socket.destroy();
      return closed;
    },
  };
}

async function isListenedOn(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return false;
    throw cause;
  } finally {
    socket.destroy();
  }
}

type Peer = { remoteAddress: string; remotePort: number } | 'proxy';

/** RFC 9113 section 3.4: what a client of HTTP/2 says first; nothing of the PROXY protocol begins so. */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** Calls back with whose connection it is, null when it does not say so; what follows stays in the socket. */
function readOpening(socket: Socket, done: (peer: Peer | 'http2' | null) => void): void {
  let bytes = Buffer.alloc(0);
  const read = () => {
    const piece = socket.read() as Buffer | null;
    if (!piece) return;
    bytes = Buffer.concat([bytes, piece]);
    const opening = openingOf(bytes);
    if (opening === null) return;
    socket.off('readable', read);
    if (opening === 'none') return done(null);
    const { length, peer } = opening;
    if (bytes.length > length) socket.unshift(bytes.subarray(length));
    done(peer ?? 'proxy');
  };
  socket.on('readable', read);
}

/** Null: more has to come first. */
function openingOf(bytes: Buffer) {
  const common = Math.min(bytes.length, PREFACE.length);
  if (bytes.subarray(0, common).equals(PREFACE.subarray(0, common)))
    return common < PREFACE.length ? null : { length: 0, peer: 'http2' as const };
  try {
    return readProxyHeader(bytes);
  } catch {
    return 'none';
  }
}
