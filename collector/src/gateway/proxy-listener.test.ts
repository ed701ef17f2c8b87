import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenForProxy, type ProxiedServers, type ProxyListener } from './proxy-listener.ts';

let dir: string;
let path: string;
let servers: ProxiedServers;
let listener: ProxyListener;
let invalid: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-proxy-socket-'));
  path = join(dir, 'proxy.sock');
  invalid = 0;
  servers = {
    http1: createServer(({ socket }, response) =>
      response.end(`${socket.remoteAddress} ${socket.remotePort}`),
    ),
    http2: createHttp2Server((_, response) => response.end('by HTTP/2')),
  };
  listener = await listenForProxy(path, servers, () => invalid++);
});
afterEach(async () => {
  await listener.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What is answered until the connection ends. */
async function said(...pieces: string[]): Promise<string> {
  const socket = connect(path);
  let answer = '';
  socket.on('data', (piece) => (answer += piece)).on('error', () => {});
  await once(socket, 'connect');
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await once(socket, 'close');
  return answer;
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: collector\r\nConnection: close\r\n\r\n';

it('gives a connection the address that the proxy says it comes from', async () => {
  expect(await said(`PROXY TCP4 192.0.2.7 10.0.0.1 49153 443\r\n${REQUEST}`)).toMatch(/192\.0\.2\.7 49153$/);
});

it('waits for what comes in pieces', async () => {
  expect(await said('PROXY TCP4 192.0', '.2.7 10.0.0.1 49153 443\r', `\nGET / HT`, REQUEST.slice(8))).toMatch(
    /192\.0\.2\.7 49153$/,
  );
});

it('hands what begins as HTTP/2 does to the server for that, in pieces as well', async () => {
  const session = connectHttp2('http://collector', { createConnection: () => connect(path) });
  const [answer] = (await once(session.request({ ':path': '/' }), 'data')) as [Buffer];
  expect(String(answer)).toBe('by HTTP/2');
  session.destroy();

  const socket = connect(path);
  await once(socket, 'connect');
  socket.write('PRI * HT');
  await new Promise((resolve) => setImmediate(resolve));
  const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
  socket.write(Buffer.concat([Buffer.from('TP/2.0\r\n\r\nSM\r\n\r\n'), settings]));
  // It begins with settings of its own, frames of type 4 (RFC 9113 section 3.4).
  const [said] = (await once(socket, 'data')) as [Buffer];
  expect(said[3]).toBe(4);
  socket.destroy();
});

it('closes what does not begin with the PROXY protocol, and says nothing', async () => {
  expect(await said(REQUEST)).toBe('');
  expect(invalid).toBe(1);
});

it('lets its owner and its group in, nobody else', () => {
  expect(statSync(path).mode & 0o777).toBe(0o660);
});

it('takes the place of a socket that a killed collector left behind', async () => {
  path = join(dir, 'left.sock');
  const listens = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('listens'))`;
  const killed = spawn(process.execPath, ['-e', listens], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(existsSync(path)).toBe(true);
  const again = await listenForProxy(path, servers, () => {});
  expect(await said(`PROXY TCP4 192.0.2.7 10.0.0.1 49153 443\r\n${REQUEST}`)).toMatch(/49153$/);
  await again.close();
});

it('leaves a socket to the collector that listens on it', async () => {
  await expect(listenForProxy(path, servers, () => {})).rejects.toMatchObject({
    code: 'proxy_socket_unusable',
    message: expect.stringContaining('another process listens there'),
  });
  expect(await said(`PROXY TCP4 192.0.2.7 10.0.0.1 49153 443\r\n${REQUEST}`)).toMatch(/49153$/);
});

it('says what to do where it cannot listen', async () => {
  await expect(listenForProxy(join(dir, 'none', 'proxy.sock'), servers, () => {})).rejects.toMatchObject({
    code: 'proxy_socket_unusable',
  });
});

it('ends what is still open when it is closed: a page that is followed live would never end by itself', async () => {
  servers.http1.removeAllListeners('request');
  const asked = once(servers.http1, 'request');
  const page = connect(path);
  await once(page, 'connect');
  page.write(`PROXY TCP4 192.0.2.7 10.0.0.1 49153 443\r\n${REQUEST}`);
  await asked;
  const ended = once(page, 'close');
  await listener.close();
  await ended;
});
