import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseJoinString } from '@assay/shared';
import { Agent, fetch } from 'undici';
import { openForReading } from '../../collector/src/store/sqlite/database.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { posture } from '../helpers/posture.ts';
import { enrollRaw, openRawSession, type RawDevice, type RawSession } from '../helpers/raw-agent.ts';
import type { Receiver } from '../receivers/receiver.ts';
import { type ReceivedWebhook, startWebhookReceiver } from '../receivers/webhook-receiver.ts';
import type { Observed } from './fault.ts';

const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const PATIENCE_MS = 40_000;

/** A collector process, one device that flaps, and a target that hears of it. */
export interface FaultWorld {
  dataDir: string;
  receiver: Receiver<ReceivedWebhook>;
  /** SIGTERM, so that the database is whole in one file. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Rejects with what the collector said when it ended instead. */
  start(): Promise<void>;
  /** Sends the next report; null when it was acknowledged, else the refusal. */
  report(): Promise<string | null>;
  /** Reports until one is refused. @returns the refusal */
  reportUntilRefused(): Promise<string>;
  /** Status of /readyz and its reasons. */
  ready(): Promise<{ status: number; reasons: string[] }>;
  untilReady(): Promise<void>;
  /** What was promised, against what the database file says. */
  count(): Omit<Observed, 'message'>;
  token(): Promise<string>;
  url(): string;
  /** Report numbers that an agent of this world was told are safe. */
  acknowledged: Map<string, Set<number>>;
  close(): Promise<void>;
}

export async function createFaultWorld(
  dataDir = mkdtempSync(join(tmpdir(), 'assay-fault-')),
): Promise<FaultWorld> {
  const receiver = await startWebhookReceiver({ secret: SECRET });
  const acknowledged = new Map<string, Set<number>>();
  let collector: CollectorProcess = await startCollectorProcess({ dataDir });
  let session: RawSession | null = null;
  await collector.api.call('POST', '/targets', {
    name: 'receiver',
    kind: 'webhook',
    config: { url: receiver.url, secret: SECRET },
  });
  const token = async () => {
    const made = await collector.api.call<{ joinString: string }>('POST', '/enrollment-tokens', { uses: 1 });
    return made.joinString;
  };
  const device: RawDevice = await enrollRaw(collector, parseJoinString(await token()).token);
  const safe = new Set<number>();
  acknowledged.set(device.deviceId, safe);

  async function report(): Promise<string | null> {
    session ??= await openRawSession(collector, device);
    const number = Math.max(session.welcome.lastReportNumber, device.lastReport?.number ?? 0) + 1;
    try {
      await session.report(number, posture({ encrypted: number % 2 === 1 }));
      safe.add(number);
      return null;
    } catch {
      const { refusal, code } = await session.connection.ended;
      session = null;
      return refusal ? `${refusal.message} [${refusal.code}]` : `closed with ${code}`;
    }
  }

  async function ready(): Promise<{ status: number; reasons: string[] }> {
    const dispatcher = new Agent({ connect: { ca: collector.ca } });
    const response = await fetch(`${collector.url}/readyz`, { dispatcher });
    const { reasons } = (await response.json()) as { reasons: string[] };
    await dispatcher.close();
    return { status: response.status, reasons };
  }

  return {
    dataDir,
    receiver,
    acknowledged,
    token,
    url: () => collector.url,
    async stop() {
      session = null;
      await collector.stop();
    },
    async kill() {
      session = null;
      await collector.kill();
    },
    async start() {
      collector = await startCollectorProcess({ dataDir });
    },
    report,
    async reportUntilRefused() {
      for (;;) {
        const refusal = await report();
        if (refusal && !refusal.includes('[rate_exceeded]')) return refusal;
      }
    },
    ready,
    async untilReady() {
      const until = performance.now() + PATIENCE_MS;
      for (;;) {
        const { status, reasons } = await ready();
        if (status === 200 && reasons.length === 0) return;
        if (performance.now() > until) throw new Error(`not ready: ${reasons.join(', ')}`);
        await pause(100);
      }
    },
    count() {
      const db = openForReading(join(dataDir, 'assay.db'));
      const numbers = db.prepare<[string], { number: number }>(
        'SELECT number FROM reports WHERE device_id = ?',
      );
      const told = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM deliveries WHERE id = ?');
      let lost = 0;
      let promised = 0;
      for (const [deviceId, safe] of acknowledged) {
        const stored = new Set(numbers.all(deviceId).map(({ number }) => number));
        promised += safe.size;
        lost += [...safe].filter((number) => !stored.has(number)).length;
      }
      const unstored = receiver.accepted.filter(({ id }) => told.get(id)?.n !== 1).length;
      db.close();
      return { acknowledged: promised, lost, unstored };
    },
    async close() {
      await collector.kill();
      await receiver.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a task in a world of its own. */
export async function inFaultWorld(
  task: (world: FaultWorld) => Promise<string>,
  dataDir?: string,
): Promise<Observed> {
  const world = await createFaultWorld(dataDir);
  try {
    const message = await task(world);
    return { message: message.trim(), ...world.count() };
  } finally {
    await world.close();
  }
}
