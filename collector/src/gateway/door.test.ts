import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLoopWatch, type LoopWatch } from '../loop-watch.ts';
import { type Door, openDoor } from './door.ts';

const testdata = (name: string) => readFileSync(new URL(`../publish/testdata/${name}`, import.meta.url));
const limits = { maxConnections: 30, maxPending: 12, maxPendingPerAddress: 5, maxLineMs: 60_000 };

let server: Server;
let door: Door;
let loop: LoopWatch;
let port: number;
let reasons: string[];
let now: number;
let sockets: Socket[];

beforeEach(async () => {
  const own: string[] = [];
  reasons = own;
  sockets = [];
  now = 0;
  server = createServer(
    { cert: testdata('loopback.cert.pem'), key: testdata('loopback.key.pem') },
    (_, response) => response.end('welcome'),
  );
  loop = createLoopWatch(() => now);
  door = openDoor([server], {
    loop,
    onTurnedAway: (reason) => void own.push(reason),
    now: () => now,
    limits,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  // A budget to let some in at once.
  now = 1000;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  door.close();
  loop.stop();
  server.close();
});

/** A connection that says nothing; resolves, once the door has seen it, with whether it was kept. */
async function knock(localAddress: string): Promise<boolean> {
  const turnedAway = reasons.length;
  const seen = once(server, 'connection');
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  sockets.push(socket);
  socket.on('error', () => {}).resume();
  await seen;
  return reasons.length === turnedAway;
}

it('keeps one address from taking the place of the others', async () => {
  const kept: boolean[] = [];
  for (let i = 0; i < 7; i++) kept.push(await knock('127.0.0.5'));
  expect(kept).toEqual([true, true, true, true, true, false, false]);
  expect(reasons).toEqual(['pending_address_full', 'pending_address_full']);
  expect(await knock('127.0.0.6')).toBe(true);
});

it('keeps all strangers together below one limit', async () => {
  for (let i = 0; i < 14; i++) await knock(`127.0.0.${10 + i}`);
  expect(door.load()).toMatchObject({ pending: 12 });
  expect(reasons).toEqual(['pending_full', 'pending_full']);
});

it('a connection that has made a request is pending no more', async () => {
  const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
  sockets.push(socket);
  await once(socket, 'secureConnect');
  expect(door.load().pending).toBe(1);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'data');
  expect(door.load()).toMatchObject({ connections: 1, pending: 0 });
  socket.destroy();
});

it('forgets connections that are gone', async () => {
  await knock('127.0.0.5');
  const [socket] = sockets;
  const [own] = [door.load().pending];
  const closed = new Promise((resolve) => server.once('tlsClientError', resolve));
  socket?.destroy();
  await closed;
  expect([own, door.load().pending]).toEqual([1, 0]);
});

it('who has to wait is connected and costs no handshake, until it is their turn', async () => {
  now = 0;
  const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
  sockets.push(socket);
  let isSecure = false;
  const secure = once(socket, 'secureConnect').then(() => {
    isSecure = true;
  });
  await once(server, 'connection');
  expect({ ...door.load(), isSecure }).toEqual({ connections: 1, pending: 1, inLine: 1, isSecure: false });
  now = 1000;
  await secure;
  expect(door.load()).toEqual({ connections: 1, pending: 1, inLine: 0 });
});

it('who waited in line for too long is turned away', async () => {
  now = 0;
  await knock('127.0.0.5');
  const [socket] = sockets;
  now = limits.maxLineMs + 1;
  await once(socket ?? server, 'close');
  expect(reasons).toEqual(['line_too_long']);
});

it('a busy event loop lets one in and does not make up for the time in which it could let in none', async () => {
  now = 0;
  for (let i = 0; i < 4; i++) await knock(`127.0.0.${5 + i}`);
  expect(door.load().inLine).toBe(4);
  now = 1000;
  await expect.poll(() => door.load().inLine).toBe(3);
});
