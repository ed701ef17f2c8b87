import { connect as connectTls } from 'node:tls';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Door } from '../helpers/raw-connection.ts';

// Strangers in a thread of their own: their work must not delay whoever measures.

export interface HalfOpen {
  open: number;
  turnedAway: number;
}

/** Opens connections: TLS, and not a word. They stay open until `leave` is called. */
export function openHalf(
  door: Door,
  count: number,
): { result: Promise<HalfOpen>; leave(): Promise<unknown> } {
  const worker = new Worker(new URL(import.meta.url), { workerData: { halfOpen: { door, count } } });
  const result = new Promise<HalfOpen>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { result, leave: () => worker.terminate() };
}

async function stayHalfOpen({ door, count }: { door: Door; count: number }): Promise<HalfOpen> {
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

const task = (workerData as { halfOpen?: { door: Door; count: number } } | null)?.halfOpen;
if (task) parentPort?.postMessage(await stayHalfOpen(task));
