import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createPlain } from './entrance.ts';

/** A connection of the kind that a proxy hands on. */
async function handedOn(server: ReturnType<typeof createPlain>): Promise<Socket> {
  const listener = createServer((socket) => void server.emit('connection', socket)).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
    listener.close();
    server.close();
  });
  return socket;
}

it('lets nobody hold a connection by a request that is never said to its end, by a proxy neither', async () => {
  expect(createPlain({ routing() {} }).requestTimeout).toBe(60_000);
  const limits = { requestTimeout: 20, headersTimeout: 20, connectionsCheckingInterval: 10 };
  const socket = await handedOn(createPlain({ routing: (request) => void request.resume() }, limits));
  socket.write('POST / HTTP/1.1\r\nHost: collector\r\nContent-Length: 9\r\n\r\n');
  let answers = '';
  socket.on('data', (piece) => (answers += piece));
  await once(socket, 'close');
  expect(answers).toMatch(/408 Request Timeout/);
});
