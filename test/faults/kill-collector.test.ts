import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseJoinString, verifyEnvelope } from '@assay/shared';
import { afterEach, expect, it } from 'vitest';
import { openForReading } from '../../collector/src/store/sqlite/database.ts';
import {
  type CollectorProcess,
  spawnCollector,
  startCollectorProcess,
} from '../helpers/collector-process.ts';
import { enrollRaw } from '../helpers/raw-agent.ts';
import type { Receiver } from '../receivers/receiver.ts';
import { type ReceivedWebhook, startWebhookReceiver } from '../receivers/webhook-receiver.ts';
import { createFlappingDevice, type FlappingDevice, flap, tierOf } from './flapping-device.ts';
import { createRandom, testSeed } from './random.ts';

const ROUNDS = 8;
const DEVICES = 3;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step();
});

async function enrollDevices(collector: CollectorProcess): Promise<FlappingDevice[]> {
  const made = await collector.api.call<{ joinString: string }>('POST', '/enrollment-tokens', {
    uses: DEVICES,
  });
  const { token } = parseJoinString(made.joinString);
  const devices: FlappingDevice[] = [];
  for (let i = 0; i < DEVICES; i++) devices.push(createFlappingDevice(await enrollRaw(collector, token)));
  return devices;
}

/** Lets the devices report until `acks` were given out in all, and kills the collector while more are on their way. */
async function killAmidReports(
  collector: CollectorProcess,
  devices: FlappingDevice[],
  { acks, afterMs }: { acks: number; afterMs: number },
): Promise<void> {
  const promised = devices.map(({ acknowledged }) => Math.max(0, ...acknowledged.keys()));
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let left = acks;
  const flapping = devices.map((device) =>
    flap(collector, device, () => {
      if (--left <= 0) resolve();
    }),
  );
  await Promise.race([enough, Promise.all(flapping)]);
  await pause(afterMs);
  await collector.kill();
  for (const [i, hadAtStart] of (await Promise.all(flapping)).entries()) {
    expect(hadAtStart).toBeGreaterThanOrEqual(promised[i] ?? 0);
  }
}

/** Starts a collector on what the last one left behind; some starts are cut off as well. */
async function restart(dataDir: string, random: () => number): Promise<CollectorProcess> {
  if (random() < 0.3) {
    const starting = spawnCollector({ dataDir });
    await pause(random() * 1500);
    await starting.kill();
  }
  return startCollectorProcess({ dataDir });
}

interface StoredReport {
  number: number;
  payload: Buffer;
  signature: Buffer;
  keyId: Buffer;
}

/** What the file holds, read without the collector. */
function readReports(dataDir: string, devices: FlappingDevice[]): StoredReport[][] {
  const db = openForReading(join(dataDir, 'assay.db'));
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const reports = db.prepare<[string], StoredReport>(
      'SELECT number, payload, signature, key_id AS keyId FROM reports WHERE device_id = ? ORDER BY number',
    );
    return devices.map(({ deviceId }) => reports.all(deviceId));
  } finally {
    db.close();
  }
}

function assertKept({ signer, acknowledged, sent }: FlappingDevice, reports: StoredReport[]): void {
  const numbers = new Set(reports.map(({ number }) => number));
  expect([...acknowledged.keys()].filter((number) => !numbers.has(number))).toEqual([]);
  for (const report of reports) {
    expect(report.payload).toEqual(sent.get(report.number)?.payload);
    verifyEnvelope('report', report, signer.publicKey);
  }
}

/** Every report of a flapping device is a change of tier, and the receiver heard them all, in their order. */
function assertTold(
  { deviceId }: FlappingDevice,
  reports: StoredReport[],
  { accepted }: Receiver<ReceivedWebhook>,
) {
  const told = accepted.map(({ body }) => body).filter(({ data }) => idIn(data) === deviceId);
  expect(told.map(({ data }) => tierIn(data))).toEqual(reports.map(({ number }) => tierOf(number)));
  const times = told.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted());
}

const idIn = (data: Record<string, unknown>) => (data.device as { id: string }).id;
const tierIn = (data: Record<string, unknown>) => (data.current as { tier: string }).tier;

const seed = testSeed();

it(`however often the collector is killed, what it acknowledged is kept and every verdict is told (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'assay-kill-'));
  closing.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const receiver = await startWebhookReceiver({ secret: SECRET });
  closing.push(() => receiver.close());
  let collector = await startCollectorProcess({ dataDir });
  closing.push(() => collector.kill());
  const config = { url: receiver.url, secret: SECRET };
  await collector.api.call('POST', '/targets', { name: 'receiver', kind: 'webhook', config });
  const devices = await enrollDevices(collector);

  for (let round = 0; round < ROUNDS; round++) {
    const acks = 1 + Math.floor(random() * 100);
    await killAmidReports(collector, devices, { acks, afterMs: random() * 200 });
    collector = await restart(dataDir, random);
    for (const [i, reports] of readReports(dataDir, devices).entries()) {
      assertKept(devices[i] as FlappingDevice, reports);
    }
  }

  const reports = readReports(dataDir, devices);
  await receiver.waitForAccepted(reports.flat().length, 60_000);
  for (const [i, device] of devices.entries()) assertTold(device, reports[i] ?? [], receiver);
  expect(receiver.rejected).toEqual([]);
  expect(await collector.stop()).toBe(0);
}, 300_000);
