import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createChanges } from '../changes.ts';
import { liveRoutes } from './live.ts';
import type { Api } from './server.ts';

const app = () => Fastify({ forceCloseConnections: true }) as unknown as Api;

let api: Api;
let isStillIn: () => Promise<boolean>;
let request: ClientRequest;
let stream: IncomingMessage;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  isStillIn = async () => true;
  api = app();
  liveRoutes(api, createChanges(), () => isStillIn());
  await api.listen({ host: '127.0.0.1', port: 0 });
  request = get({ port: (api.server.address() as AddressInfo).port, path: '/api/v1/events' });
  [stream] = (await once(request, 'response')) as [IncomingMessage];
  stream.setEncoding('utf8');
  expect(await once(stream, 'data')).toEqual([': connected\n\n']);
});
afterEach(async () => {
  request.destroy();
  await api.close();
  vi.useRealTimers();
});

it('goes on while who looks is signed in', async () => {
  vi.advanceTimersByTime(20_000);
  expect(await once(stream, 'data')).toEqual([':\n\n']);
});

it.each([
  ['was signed out', async () => false],
  ['cannot be told to be signed in', () => Promise.reject(new Error('the disk is away'))],
])('ends when who looks %s', async (_, isIn) => {
  isStillIn = isIn;
  const ended = once(stream, 'end');
  stream.resume();
  vi.advanceTimersByTime(20_000);
  await ended;
  expect(stream.complete).toBe(true);
});
