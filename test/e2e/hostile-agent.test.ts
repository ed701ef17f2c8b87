import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AGENT_PATH, ERRORS, formatJoinString, LIMITS, SUBPROTOCOL } from '@assay/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { ENROLLMENTS } from '../helpers/attacks/enrollments.ts';
import { FRAMES } from '../helpers/attacks/frames.ts';
import { HELLOS } from '../helpers/attacks/hellos.ts';
import { ORDER } from '../helpers/attacks/order.ts';
import { REPORTS } from '../helpers/attacks/reports.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawSession } from '../helpers/raw-agent.ts';
import { openRawConnection, type RawConnection } from '../helpers/raw-connection.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';

const AGENT = fileURLToPath(new URL('../../agent/src/main.ts', import.meta.url));

let world: TestCollector;
let honest: RawSession;
let silent: RawConnection;
let honestNumber = 0;

beforeAll(async () => {
  world = await startTestCollector();
  silent = await openRawConnection(world.door);
  honest = await openRawSession(world.door, await world.enroll());
});
afterAll(() => world?.close());

/** The collector goes on: another agent's report is still accepted. */
async function goesOn() {
  const number = ++honestNumber;
  const { reportNumber, assessment } = await honest.report(number, posture({ encrypted: true }));
  expect(reportNumber).toBe(number);
  expect(assessment?.tier).toBe('trusted');
}

it.each([...FRAMES, ...ORDER, ...HELLOS, ...REPORTS, ...ENROLLMENTS])(
  '$name is refused as $code, and changes nothing',
  async ({ code, prepare }) => {
    const strike = await prepare(world);
    const before = { stored: world.stored(), refused: await world.refused(code) };

    const connection = await strike();
    const { close, retry } = ERRORS[code];
    expect(await connection.ended).toEqual({
      code: close,
      reason: code,
      refusal: expect.objectContaining({ code, retry, message: expect.stringMatching(/./) }),
    });

    expect(world.stored()).toEqual(before.stored);
    expect(await world.refused(code)).toBe(before.refused + 1);
    await goesOn();
  },
);

describe('a frame above the limit', () => {
  it.each([
    ['before the hello', async () => openRawConnection(world.door)],
    ['in an open session', async () => (await openRawSession(world.door, await world.enroll())).connection],
  ])('%s ends the connection without a word and without being read', async (_, open) => {
    const connection = await open();
    const before = { stored: world.stored(), refused: await world.refused('frame_too_large') };

    connection.socket.send(Buffer.alloc(LIMITS.maxFrameBytes + 1));

    expect(await connection.ended).toEqual({ code: ERRORS.frame_too_large.close, reason: '', refusal: null });
    expect(world.stored()).toEqual(before.stored);
    expect(await world.refused('frame_too_large')).toBe(before.refused + 1);
    await goesOn();
  });

  it('is refused too when it comes in many small fragments', async () => {
    const connection = await openRawConnection(world.door);
    const piece = Buffer.alloc(1024);
    for (let sent = 0; sent <= LIMITS.maxFrameBytes; sent += piece.length) {
      connection.socket.send(piece, { fin: false });
    }
    expect((await connection.ended).code).toBe(ERRORS.frame_too_large.close);
    await goesOn();
  });
});

describe('the door', () => {
  const answer = async (path: string, protocols: string[]) => {
    const socket = new WebSocket(world.door.url.replace('https:', 'wss:') + path, protocols, {
      ca: world.door.ca,
    });
    const [, response] = await once(socket, 'unexpected-response');
    response.resume();
    return response.statusCode;
  };

  it.each([
    ['another path', '/elsewhere', [SUBPROTOCOL], 404],
    ['no subprotocol', AGENT_PATH, [], 400],
    ['another version of the protocol', AGENT_PATH, ['assay.v99'], 400],
  ])('%s is answered in HTTP and never becomes a WebSocket', async (_, path, protocols, status) => {
    const before = world.stored();
    expect(await answer(path, protocols)).toBe(status);
    expect(world.stored()).toEqual(before);
    await goesOn();
  });
});

it('an upgrade that was refused is ended by the collector, though the other end goes on talking', async () => {
  const { hostname, port } = new URL(world.door.url);
  const door = { host: hostname, port: Number(port), ca: world.door.ca, allowHalfOpen: true };
  const socket = connectTls(door);
  socket.on('error', () => {});
  await once(socket, 'secureConnect');
  socket.write(
    'GET /elsewhere HTTP/1.1\r\nHost: collector\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 404 /);
  for (let i = 0; !socket.destroyed; i++) {
    if (i > 20_000) throw new Error('it is still open');
    socket.write('more');
    await new Promise((resolve) => setImmediate(resolve));
  }
});

describe('an agent whose join string pins another CA', () => {
  let stateDir: string;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'assay-agent-'));
    return () => rmSync(stateDir, { recursive: true, force: true });
  });

  it('does not send its token, says why, and ends with 1', async () => {
    const caPin = 'A'.repeat(43);
    const joinString = formatJoinString({ url: world.door.url, token: await world.token(), caPin });
    const before = world.stored();

    const attempt = promisify(execFile)(process.execPath, [AGENT, 'enroll', '--state-dir', stateDir], {
      env: { ...process.env, ASSAY_JOIN_STRING: joinString },
    });

    await expect(attempt).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[ca_pin_mismatch]'),
    });
    expect(world.stored()).toEqual(before);
    await goesOn();
  });
});

it('a connection that says nothing is refused as handshake_timeout', async () => {
  const { close } = ERRORS.handshake_timeout;
  expect(await silent.ended).toMatchObject({
    code: close,
    refusal: { code: 'handshake_timeout', retry: true },
  });
  expect(await world.refused('handshake_timeout')).toBe(1);
  await goesOn();
});
