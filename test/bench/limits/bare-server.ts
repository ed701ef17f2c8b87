import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SUBPROTOCOL } from '@assay/shared';
import { type WebSocket, WebSocketServer } from 'ws';

/** Node's TLS and the `ws` library, and nothing of ours: what a connection costs at the least. */
export interface BareServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** In a process of its own, with the certificate that a collector made for itself. */
export const startBareServer = (dataDir: string): Promise<BareServer> =>
  startServer(fileURLToPath(import.meta.url), [keysOf(dataDir)]);

/** Where `serveBare` finds the certificate of a collector. */
export const keysOf = (dataDir: string): string => join(dataDir, 'keys');

/** Runs a file that calls `serveBare`. */
export async function startServer(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<BareServer> {
  const child = fork(file, args, { env });
  const ended = once(child, 'exit');
  const [port] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('the bare server ended at its start'))),
  ])) as [number];
  return {
    url: `https://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Serves until whoever started the process goes. */
export function serveBare(keysDir: string, onConnection: (socket: WebSocket) => void): void {
  const read = (name: string) => readFileSync(join(keysDir, name));
  const server = createServer({ cert: read('tls.pem'), key: read('tls-key.pem'), minVersion: 'TLSv1.3' });
  const wss = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  server.on('upgrade', (request, socket, head) => {
    wss.handleUpgrade(request, socket, head, (accepted) => {
      accepted.on('error', () => {});
      onConnection(accepted);
    });
  });
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () =>
    process.send?.((server.address() as AddressInfo).port),
  );
  process.on('disconnect', () => process.exit(0));
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url))
  serveBare(process.argv[2] ?? '', (socket) => void socket.on('message', () => {}));
