import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket, connect as tlsConnect } from 'node:tls';

export interface HttpProxyOptions {
  /** `user:password` that it wants. */
  credentials?: string;
  /** Opens TLS with this certificate, PEM, and reads along. */
  inspectWith?: { cert: string; key: string };
}

/** A real HTTP proxy on 127.0.0.1 that opens tunnels by CONNECT. */
export interface HttpProxy {
  port: number;
  /** Where tunnels were asked for, refused ones too. */
  asked: string[];
  /** What inspected clients said, decrypted. */
  overheard(): string;
  close(): Promise<void>;
}

export async function startHttpProxy({
  credentials,
  inspectWith,
}: HttpProxyOptions = {}): Promise<HttpProxy> {
  const asked: string[] = [];
  const overheard: Buffer[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer();
  const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;

  server.on('connect', (request: IncomingMessage, client: Socket) => {
    const { url = '', headers } = request;
    asked.push(url);
    if (expected && headers['proxy-authorization'] !== expected) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\n\r\n',
      );
      return;
    }
    const { hostname: host, port } = new URL(`http://${url}`);
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    if (!inspectWith) return join(client, connect({ host, port: Number(port) }));
    const inside = new TLSSocket(client, { isServer: true, ...inspectWith });
    inside.on('data', (chunk: Buffer) => overheard.push(chunk));
    join(inside, tlsConnect({ host, port: Number(port), rejectUnauthorized: false }));
  });

  function join(a: Duplex, b: Duplex): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    overheard: () => Buffer.concat(overheard).toString('latin1'),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
