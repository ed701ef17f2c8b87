import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS, parseJoinString } from '@assay/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMISSION } from '../../collector/src/gateway/admission.ts';
import { type CollectorProcess, spawnCollector } from '../faults/collector-process.ts';
import { enrollRaw, openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import { openRawConnection } from '../helpers/raw-connection.ts';
import { startCrowd } from './crowd.ts';
import { metricsOf } from './metrics-of.ts';
import { quantile, type SteadyAgents, startSteadyAgents } from './steady-agents.ts';

const STEADY = 8;
/** Both are measured in the same run. Starved agents would wait for as long as the crowd takes: thousands of times. */
const SLOWER_AT_MOST = 50;
const MB = 1024 * 1024;

const dataDir = mkdtempSync(join(tmpdir(), 'assay-flood-'));
let collector: CollectorProcess;
let token: string;
let steady: SteadyAgents;

beforeAll(async () => {
  collector = await spawnCollector(dataDir).ready();
  const made = (await collector.post('enrollment-tokens', { uses: 1000 })) as { joinString: string };
  token = parseJoinString(made.joinString).token;
  const devices: RawDevice[] = [];
  for (let i = 0; i < STEADY; i++) devices.push(await enrollRaw(collector.door, token));
  steady = await startSteadyAgents(collector.door, devices);
}, 60_000);
afterAll(async () => {
  await steady.stop();
  await collector.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const refused = async (code: string) =>
  (await metricsOf(collector.door)).get(`assay_refused_total{code="${code}"}`) ?? 0;
const turnedAway = async (reason: string) =>
  (await metricsOf(collector.door)).get(`assay_connections_turned_away_total{reason="${reason}"}`) ?? 0;

it('two thousand half-open handshakes of one stranger leave room and time for everybody else', async () => {
  const { door } = collector;
  const rssBefore = (await metricsOf(door)).get('process_resident_memory_bytes') ?? 0;
  // Some rounds of calm to compare with.
  await openRawSession(door, await enrollRaw(door, token));
  const crowd = startCrowd({ task: 'half-open', door: { ...door, localAddress: '127.0.0.66' }, count: 2000 });
  const calm = await steady.latencies();
  const result = await crowd.result;
  const busy = await steady.latencies();

  const newcomer = await openRawSession(
    { ...door, localAddress: '127.0.0.67' },
    await enrollRaw(door, token),
  );
  const figures = await metricsOf(door);
  await newcomer.close();
  await crowd.leave();

  expect(result.open).toBeLessThanOrEqual(ADMISSION.maxPendingPerAddress);
  expect(result.turnedAway).toBe(2000 - result.open);
  expect(await turnedAway('pending_address_full')).toBeGreaterThan(0);
  expect(figures.get('assay_connections_pending')).toBeLessThanOrEqual(ADMISSION.maxPendingPerAddress);
  expect(busy.length).toBeGreaterThan(STEADY);
  expect(quantile(busy, 0.5) / quantile(calm, 0.5)).toBeLessThan(SLOWER_AT_MOST);
  const rss = figures.get('process_resident_memory_bytes') ?? 0;
  process.stdout.write(
    `half-open: ${result.open} kept, ${result.turnedAway} turned away; ack p95 ${quantile(calm, 0.95).toFixed(1)} ms calm, ` +
      `${quantile(busy, 0.95).toFixed(1)} ms busy; RSS ${Math.round(rssBefore / MB)} → ${Math.round(rss / MB)} MB\n`,
  );
}, 60_000);

it('a flood of messages ends its own session only', async () => {
  const { door } = collector;
  const session = await openRawSession(door, await enrollRaw(door, token));
  for (let i = 0; i < 2000; i++) session.connection.socket.send(Buffer.alloc(0));
  const { refusal, code } = await session.connection.ended;
  // The very first of them is refused already.
  expect({ code, refusal: refusal?.code }).toEqual({ code: 4401, refusal: 'frame_unexpected' });
  expect((await steady.latencies()).length).toBeGreaterThan(0);
});

it('a flood of pings, their answers unread, is refused and counted', async () => {
  const { door } = collector;
  const before = await refused('rate_exceeded');
  const connection = await openRawConnection(door);
  for (let i = 0; i <= LIMITS.maxMessagesPerSecond * 10 + 5; i++) connection.socket.ping(Buffer.alloc(100));
  const { refusal } = await connection.ended;
  expect(refusal).toMatchObject({ code: 'rate_exceeded', retry: true });
  expect(refusal?.retryAfterS).toBeGreaterThanOrEqual(10);
  expect(await refused('rate_exceeded')).toBe(before + 1);
});

it('text and garbage are refused by reason, each counted', async () => {
  const { door } = collector;
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
  const { hostname, port } = new URL(collector.door.url);
  const before = await turnedAway('tls_failed');
  await new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\n\r\n'));
    socket.on('error', () => {}).on('close', resolve);
    socket.resume();
  });
  expect(await turnedAway('tls_failed')).toBe(before + 1);
});
