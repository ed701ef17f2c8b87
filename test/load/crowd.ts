import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { createSigner } from '@assay/shared';
import { posture } from '../helpers/posture.ts';
import { enrollRaw, openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import type { Door } from '../helpers/raw-connection.ts';

// A crowd of agents or strangers, in a thread of its own: its work must not delay whoever measures.

/** An enrolled device that can be handed to a thread. */
export interface CrowdDevice {
  deviceId: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

export type CrowdTask =
  | { task: 'enroll'; door: Door; token: string; count: number }
  /** All connect at once, report once, and come back by themselves until that is acknowledged. */
  | { task: 'return'; door: Door; devices: CrowdDevice[] }
  /** TLS, and not a word. Ends with how many got so far and how many were turned away. */
  | { task: 'half-open'; door: Door; count: number };

export interface CrowdResult {
  devices: CrowdDevice[];
  /** When each was done, ms after the start, sorted. */
  doneMs: number[];
  attempts: number;
  open: number;
  turnedAway: number;
}

/** Runs a crowd. `stay`: its connections stay open until `leave` is called. */
export function startCrowd(task: CrowdTask): { result: Promise<CrowdResult>; leave(): Promise<unknown> } {
  const worker = new Worker(new URL(import.meta.url), { workerData: { crowd: task } });
  const result = new Promise<CrowdResult>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { result, leave: () => worker.terminate() };
}

const AT_ONCE = 32;
/** Handshakes that one thread can have on their way before it is itself what they wait for. */
const IN_FLIGHT = 1000;
const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 60_000;

/** Agents of one fleet sit in many places: 250 of them behind one address. */
const placed = (door: Door, index: number): Door => ({
  ...door,
  localAddress: `127.0.${1 + Math.floor(index / 250)}.1`,
});

async function enrollAll({
  door,
  token,
  count,
}: CrowdTask & { task: 'enroll' }): Promise<Partial<CrowdResult>> {
  const devices: CrowdDevice[] = [];
  let started = 0;
  const enrollSome = async () => {
    while (started++ < count) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const { deviceId } = await enrollRaw(door, token, createSigner(privateKey, 'file'));
      devices.push({ deviceId, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, enrollSome));
  return { devices };
}

/** Gives out how to enter, which gives out how to leave; more than `count` wait. */
function createSlots(count: number): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const next = waiting.shift();
      if (next) next();
      else free++;
    };
  };
}

async function returnAll({ door, devices }: CrowdTask & { task: 'return' }): Promise<Partial<CrowdResult>> {
  const raw = devices.map(
    ({ deviceId, privateKey }): RawDevice => ({
      deviceId,
      signer: createSigner(createPrivateKey(privateKey), 'file'),
    }),
  );
  const startedAt = performance.now();
  let attempts = 0;
  const slots = createSlots(IN_FLIGHT);
  const doneMs = await Promise.all(
    raw.map(async (device, index) => {
      for (let failures = 0; ; failures++) {
        attempts++;
        const leave = await slots();
        try {
          const session = await openRawSession(placed(door, index), device);
          await session.report(session.welcome.lastReportNumber + 1, posture({ encrypted: true }));
          return performance.now() - startedAt;
        } catch {
          // As agents do: full jitter.
          const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** failures);
          leave();
          await pause(Math.random() * ceiling);
        } finally {
          leave();
        }
      }
    }),
  );
  return { doneMs: doneMs.sort((a, b) => a - b), attempts };
}

async function stayHalfOpen({
  door,
  count,
}: CrowdTask & { task: 'half-open' }): Promise<Partial<CrowdResult>> {
  const { hostname, port } = new URL(door.url);
  const outcomes = await Promise.all(
    Array.from({ length: count }, () => {
      const socket = connectTls({
        host: hostname,
        port: Number(port),
        ca: door.ca,
        ...(door.localAddress && { localAddress: door.localAddress }),
      });
      socket.on('error', () => {});
      return new Promise<boolean>((resolve) => {
        socket.on('secureConnect', () => resolve(true)).on('close', () => resolve(false));
      });
    }),
  );
  const open = outcomes.filter(Boolean).length;
  return { open, turnedAway: count - open };
}

const task = (workerData as { crowd?: CrowdTask } | null)?.crowd;
if (task) {
  const empty = { devices: [], doneMs: [], attempts: 0, open: 0, turnedAway: 0 };
  const run = { enroll: enrollAll, return: returnAll, 'half-open': stayHalfOpen }[task.task] as (
    task: CrowdTask,
  ) => Promise<Partial<CrowdResult>>;
  parentPort?.postMessage({ ...empty, ...(await run(task)) });
}
