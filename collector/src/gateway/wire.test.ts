import { LIMITS } from '@assay/shared';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createInMemorySocket } from '../../../test/helpers/in-memory-socket.ts';
import { createBacklog } from './backlog.ts';
import { Wire } from './wire.ts';

function openTestWire(onMessage: () => Promise<void> = async () => {}, maxWaitingBytes = 1_000_000) {
  const socket = createInMemorySocket();
  const refused: string[] = [];
  const backlog = createBacklog(maxWaitingBytes);
  const wire = new Wire(
    socket.server,
    { onMessage, onClose() {}, onRefused: ({ code }) => void refused.push(code) },
    { log: pino({ level: 'silent' }), backlog, random: () => 0.99 },
  );
  return { socket, wire, refused, backlog };
}

const unchanged = Buffer.from([0x22, 0x00]);

it('a peer that leaves too much unread is told why, cut off and counted, once', async () => {
  const { socket, wire, refused } = openTestWire();
  socket.unread = LIMITS.maxUnreadBytes + 1;
  wire.send({ type: 'command', command: 'recheck' });
  wire.send({ type: 'command', command: 'recheck' });
  expect(refused).toEqual(['reader_too_slow']);
  expect(await socket.next()).toMatchObject({ type: 'command' });
  expect(await socket.next()).toMatchObject({ type: 'refusal', code: 'reader_too_slow', retryAfterS: 60 });
  expect(await socket.next()).toEqual({ type: 'closed', code: 4409 });
});

it('a peer that reads slowly but within the limit is left alone', () => {
  const { socket, wire, refused } = openTestWire();
  socket.unread = LIMITS.maxUnreadBytes;
  wire.send({ type: 'command', command: 'recheck' });
  expect(refused).toEqual([]);
});

it('a refusal that trying again cannot mend gives no time to come back', async () => {
  const { socket } = openTestWire();
  socket.say(Buffer.from([0xff]));
  expect(await socket.next()).toMatchObject({ type: 'refusal', retry: false, retryAfterS: 0 });
});

it('stops reading at the unanswered messages of one session, and reads on when there is room', async () => {
  const { promise: work, resolve: finish } = Promise.withResolvers<void>();
  const { socket } = openTestWire(() => work);
  for (let i = 0; i < LIMITS.maxUnackedReports; i++) socket.say(unchanged);
  expect(socket.server.isPaused).toBe(true);
  finish();
  await work;
  await new Promise((resolve) => setImmediate(resolve));
  expect(socket.server.isPaused).toBe(false);
});

it('stops reading when all sessions together have too much waiting', async () => {
  const { promise: work, resolve: finish } = Promise.withResolvers<void>();
  const { socket, backlog } = openTestWire(() => work, 3);
  socket.say(unchanged);
  expect(socket.server.isPaused).toBe(false);
  socket.say(unchanged);
  expect(socket.server.isPaused).toBe(true);
  finish();
  await work;
  await new Promise((resolve) => setImmediate(resolve));
  expect(backlog.bytes).toBe(0);
  expect(socket.server.isPaused).toBe(false);
});
