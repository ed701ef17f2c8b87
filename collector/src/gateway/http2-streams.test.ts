import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { AGENT_PATH, SUBPROTOCOL } from '@assay/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { Caller } from './caller.ts';
import { type Door, openDoor } from './door.ts';
import { type Http2Streams, openHttp2Streams } from './http2-streams.ts';

const limits = { maxConnections: 300, maxPending: 300, maxPendingPerAddress: 3, maxLineMs: 60_000 };

let dir: string;
let door: Door;
let streams: Http2Streams;
let proxy: ClientHttp2Session;
let callers: Caller[];
let turnedAway: string[];
let receive: (caller: Caller) => void;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-http2-'));
  callers = [];
  turnedAway = [];
  receive = (caller) => callers.push(caller);
  let ms = 0;
  // Each look at the clock finds a second gone: nobody has to wait.
  door = openDoor([], {
    loop: { onPulse() {} },
    onTurnedAway: (reason) => turnedAway.push(reason),
    now: () => (ms += 1000),
    limits,
  });
  streams = openHttp2Streams(door, (caller) => receive(caller));
  const path = join(dir, 'socket');
  streams.server.listen(path);
  await once(streams.server, 'listening');
  proxy = connect('http://collector', { createConnection: () => connectSocket(path) });
  await once(proxy, 'remoteSettings');
  // The collector's end may be gone while something is on its way there.
  proxy.on('error', () => {});
});
afterEach(() => {
  proxy.destroy();
  streams.close();
  streams.server.close();
  door.close();
  rmSync(dir, { recursive: true, force: true });
});

/** An agent that the proxy hands on. */
function call(headers: Record<string, string> = {}): ClientHttp2Stream {
  const stream = proxy.request(
    {
      ...{ ':method': 'CONNECT', ':protocol': 'websocket', ':path': AGENT_PATH, ':scheme': 'https' },
      ...{ 'sec-websocket-protocol': SUBPROTOCOL, 'x-forwarded-for': '192.0.2.7', ...headers },
    },
    { endStream: false },
  );
  stream.on('error', () => {});
  return stream;
}

const statusOf = async (stream: ClientHttp2Stream) => {
  const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
  return headers[':status'];
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

const arrived = async (count: number) => {
  while (callers.length < count) await turn();
  return callers;
};

/** However it ends. */
const ended = (stream: Duplex | ClientHttp2Session) =>
  new Promise((resolve) => stream.once('close', resolve));

/** Of bytes, with a mask that changes nothing (RFC 6455 section 5.2). */
const frame = (data: Buffer) =>
  Buffer.concat([Buffer.from([0x82, 0x80 | 126, data.length >> 8, data.length & 255, 0, 0, 0, 0]), data]);

const echoes = (socket: WebSocket) => socket.on('message', (data) => socket.send(data as Buffer));

it('makes a WebSocket of a stream, and another of the next one on the same connection', async () => {
  receive = ({ accept }) => accept(echoes);
  for (const text of ['one', 'two']) {
    const agent = call();
    expect(await statusOf(agent)).toBe(200);
    agent.write(frame(Buffer.from(text)));
    const [answer] = (await once(agent, 'data')) as [Buffer];
    expect(answer).toEqual(Buffer.concat([Buffer.from([0x82, text.length]), Buffer.from(text)]));
  }
  expect(door.load().connections).toBe(2);
});

it('believes the address that the proxy saw itself, and no other', async () => {
  call();
  call({ 'x-forwarded-for': '203.0.113.9, 2001:db8::5' });
  call({ 'x-forwarded-for': 'me' });
  const addresses = (await arrived(3)).map(({ socket }) => socket.remoteAddress);
  expect(addresses).toEqual(['192.0.2.7', '2001:db8::5', 'proxy']);
});

it('has each stream stand before the door like a connection of its own', async () => {
  const agents = Array.from({ length: 4 }, () => call());
  await Promise.all([arrived(3), once(agents[3] as ClientHttp2Stream, 'close')]);
  expect(turnedAway).toEqual(['pending_address_full']);
  expect(door.load()).toMatchObject({ connections: 3, pending: 3 });

  for (const { socket } of callers) door.settled(socket);
  expect(door.load()).toMatchObject({ connections: 3, pending: 0 });
  for (const agent of agents) agent.close();
  while (door.load().connections > 0) await turn();
});

it('takes nothing else this way, and says by which it comes', async () => {
  const request = proxy.request({ ':path': '/api/v1/devices' });
  expect(await statusOf(request)).toBe(421);
  const [text] = (await once(request, 'data')) as [Buffer];
  expect(String(text)).toContain('HTTP/1.1');
  expect(callers).toEqual([]);
});

it('lets no agents whose messages wait hold up the others of their connection', async () => {
  receive = ({ accept }) => accept((socket) => (callers.length < 20 ? socket.pause() : echoes(socket)));
  // Together far more than what a connection carries unread where nobody asks for more.
  for (let i = 0; i < 20; i++) {
    const waiting = call({ 'x-forwarded-for': `192.0.2.${i}` });
    expect(await statusOf(waiting)).toBe(200);
    callers.push({} as Caller);
    waiting.write(frame(Buffer.alloc(60_000)));
  }
  const agent = call();
  expect(await statusOf(agent)).toBe(200);
  agent.write(frame(Buffer.from('live')));
  const [answer] = (await once(agent, 'data')) as [Buffer];
  expect(String(answer.subarray(2))).toBe('live');
});

it('survives that a stream is taken back, before the door and behind it', async () => {
  const misdirected = call({ ':protocol': 'other' });
  await once(misdirected, 'response');
  misdirected.close(constants.NGHTTP2_INTERNAL_ERROR);
  await ended(misdirected);
  const waiting = call();
  const [caller] = await arrived(1);
  const gone = ended(caller?.socket as Duplex);
  waiting.close(constants.NGHTTP2_INTERNAL_ERROR);
  await gone;
  caller?.accept(() => expect.fail('nobody is there'));
  caller?.reject(503);

  const agent = call();
  (await arrived(callers.length + 1)).at(-1)?.reject(503, { retryAfterS: 7 });
  const [headers] = (await once(agent, 'response')) as [Record<string, unknown>];
  expect(headers).toMatchObject({ ':status': 503, 'retry-after': '7' });
});

it('answers pings, and closes a WebSocket only when the other end has heard of it', async () => {
  let accepted: WebSocket | undefined;
  receive = ({ accept }) => accept((socket) => (accepted = socket));
  const agent = call();
  expect(await statusOf(agent)).toBe(200);
  const ping = Buffer.from([0x89, 0x81, 0, 0, 0, 0, 7]);
  agent.write(ping);
  const [pong] = (await once(agent, 'data')) as [Buffer];
  expect(pong).toEqual(Buffer.from([0x8a, 1, 7]));

  accepted?.send('last words');
  accepted?.close(4001);
  const pieces: Buffer[] = [];
  agent.on('data', (piece: Buffer) => pieces.push(piece));
  while (Buffer.concat(pieces).length < 16) await turn();
  const closing = Buffer.from([0x88, 2, 4001 >> 8, 4001 & 255]);
  expect(Buffer.concat(pieces)).toEqual(
    Buffer.concat([Buffer.from([0x81, 10]), Buffer.from('last words'), closing]),
  );
  // It waits for the answer, for more than a moment.
  for (let i = 0; i < 100; i++) await turn();
  expect(agent.closed).toBe(false);
  agent.once('end', () => agent.end());
  agent.write(Buffer.from([0x88, 0x82, 0, 0, 0, 0, 4001 >> 8, 4001 & 255]));
  await ended(agent);
  expect(agent.rstCode).toBe(constants.NGHTTP2_NO_ERROR);
});

it('ends the stream of whoever it refuses, though the other end goes on', async () => {
  const agent = call();
  const [caller] = await arrived(1);
  caller?.reject(404);
  expect(await statusOf(agent)).toBe(404);
  agent.resume();
  await ended(agent);
  while (door.load().pending > 0) await turn();
});

it('ends the connections of the proxy with the collector', async () => {
  const agent = call();
  await arrived(1);
  streams.close();
  await Promise.all([ended(proxy), agent.destroyed || ended(agent)]);
});
