import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS, parseJoinString } from '@assay/shared';
import type { CreatedEnrollmentToken } from '@assay/shared/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMISSION } from '../../collector/src/gateway/admission.ts';
import { enrollRaw, openRawSession } from '../helpers/raw-agent.ts';
import { type Door, openRawConnection } from '../helpers/raw-connection.ts';
import type { FleetProcess } from '../simulator/fleet-process.ts';
import { startSimulation } from '../simulator/start-simulation.ts';
import type { Quantiles } from '../simulator/tally.ts';
import { openHalf } from './half-open.ts';
import { metricsOf } from './metrics-of.ts';

const STEADY = 8;
/** Of all of them: each stays below what a session may send for ever. */
const STEADY_PER_S = 4 * STEADY;
/** Of the time that the crowd takes, which the machine stretches as it stretches this. Starved agents would wait for all of it. */
const LONGEST_PART = 1 / 4;
const MB = 1024 * 1024;

const closing: (() => unknown)[] = [];
let fleet: FleetProcess;
let door: Door;
let token: string;

beforeAll(async () => {
  const simulation = await startSimulation({
    agents: STEADY,
    seed: 1,
    progress: () => {},
    atEnd: (step) => void closing.push(step),
  });
  fleet = simulation.fleet;
  const { collector } = simulation;
  door = { url: collector.url, ca: collector.ca };
  const made = await collector.api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', { uses: 1000 });
  token = parseJoinString(made.joinString).token;
  await fleet.connect({ report: true });
}, 60_000);
afterAll(async () => {
  for (const step of closing.reverse()) await step();
});

/** Reports of the fleet while something else goes on. */
async function ackedDuring<T>(work: Promise<T>): Promise<{ result: T; took: Quantiles; ms: number }> {
  const load = fleet.load({ mix: { report: 1, change: 1 }, perSecond: STEADY_PER_S, seconds: 60 });
  const since = performance.now();
  const result = await work;
  const ms = performance.now() - since;
  await fleet.endLoad();
  const { took, ended } = await load;
  expect(ended).toBe(0);
  return { result, took, ms };
}

const refused = async (code: string) =>
  (await metricsOf(door)).get(`assay_refused_total{code="${code}"}`) ?? 0;
const turnedAway = async (reason: string) =>
  (await metricsOf(door)).get(`assay_connections_turned_away_total{reason="${reason}"}`) ?? 0;

it('two thousand half-open handshakes of one stranger leave room and time for everybody else', async () => {
  const rssBefore = (await metricsOf(door)).get('process_resident_memory_bytes') ?? 0;
  const { took: calm } = await ackedDuring(sleep(1000));
  const crowd = openHalf({ ...door, localAddress: '127.0.0.66' }, 2000);
  const { result, took: busy, ms } = await ackedDuring(crowd.result);

  const newcomer = await openRawSession(
    { ...door, localAddress: '127.0.0.67' },
    await enrollRaw(door, token),
  );
  const figures = await metricsOf(door);
  await newcomer.close();
  await crowd.leave();

  // Those that were let in and said nothing make room again for others: never more than so many at once.
  expect(await turnedAway('pending_address_full')).toBeGreaterThan(0);
  expect(figures.get('assay_connections_pending')).toBeLessThanOrEqual(ADMISSION.maxPendingPerAddress);
  expect(busy.count).toBeGreaterThan(STEADY);
  expect(busy.p50).toBeLessThan(ms * LONGEST_PART);
  const rss = figures.get('process_resident_memory_bytes') ?? 0;
  process.stdout.write(
    `half-open: ${result.open} kept, ${result.turnedAway} turned away; ack p50/p95 ${calm.p50.toFixed(1)}/${calm.p95.toFixed(1)} ms calm, ` +
      `${busy.p50.toFixed(1)}/${busy.p95.toFixed(1)} ms busy for ${Math.round(ms)} ms; RSS ${Math.round(rssBefore / MB)} → ${Math.round(rss / MB)} MB\n`,
  );
}, 60_000);

it('a flood of messages ends its own session only', async () => {
  const session = await openRawSession(door, await enrollRaw(door, token));
  for (let i = 0; i < 2000; i++) session.connection.socket.send(Buffer.alloc(0));
  const { refusal, code } = await session.connection.ended;
  // The very first of them is refused already.
  expect({ code, refusal: refusal?.code }).toEqual({ code: 4401, refusal: 'frame_unexpected' });
  expect(await fleet.status()).toMatchObject({ open: STEADY, lost: 0 });
});

it('a flood of pings, their answers unread, is refused and counted', async () => {
  const before = await refused('rate_exceeded');
  const connection = await openRawConnection(door);
  for (let i = 0; i <= LIMITS.maxMessagesPerSecond * 10 + 5; i++) connection.socket.ping(Buffer.alloc(100));
  const { refusal } = await connection.ended;
  expect(refusal).toMatchObject({ code: 'rate_exceeded', retry: true });
  expect(refusal?.retryAfterS).toBeGreaterThanOrEqual(10);
  expect(await refused('rate_exceeded')).toBe(before + 1);
});

it('text and garbage are refused by reason, each counted', async () => {
  const before = await refused('frame_not_binary');
  const endings = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const connection = await openRawConnection(door);
      connection.socket.send('{"hello":"world"}');
      return (await connection.ended).code;
    }),
  );
  expect(new Set(endings)).toEqual(new Set([1003]));
  expect(await refused('frame_not_binary')).toBe(before + 50);
});

it('what is no TLS at all is counted as that', async () => {
  const { hostname, port } = new URL(door.url);
  const before = await turnedAway('tls_failed');
  await new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\n\r\n'));
    socket.on('error', () => {}).on('close', resolve);
    socket.resume();
  });
  expect(await turnedAway('tls_failed')).toBe(before + 1);
});
