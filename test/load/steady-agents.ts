import { setTimeout as pause } from 'node:timers/promises';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawDevice, type RawSession } from '../helpers/raw-agent.ts';
import type { Door } from '../helpers/raw-connection.ts';

/** Stays below what a session may send for ever. */
const PAUSE_MS = 250;

/** Agents whose reports are acknowledged all the time, and how long that takes. */
export interface SteadyAgents {
  /** Latencies since the last call, ms, sorted. Rejects when one of them lost its session. */
  latencies(): Promise<number[]>;
  stop(): Promise<void>;
}

export async function startSteadyAgents(door: Door, devices: readonly RawDevice[]): Promise<SteadyAgents> {
  const sessions = await Promise.all(devices.map((device) => openRawSession(door, device)));
  let taken: number[] = [];
  let stopped = false;
  let failure: Error | null = null;

  async function reportOn(session: RawSession): Promise<void> {
    for (let number = session.welcome.lastReportNumber + 1; !stopped; number++) {
      const startedAt = performance.now();
      await session.report(number, posture({ encrypted: number % 2 === 0 }));
      taken.push(performance.now() - startedAt);
      await pause(PAUSE_MS);
    }
  }
  const running = sessions.map((session) =>
    reportOn(session).catch((error: Error) => {
      failure = error;
    }),
  );
  return {
    async latencies() {
      if (failure) throw failure;
      const sorted = taken.toSorted((a, b) => a - b);
      taken = [];
      return sorted;
    },
    async stop() {
      stopped = true;
      await Promise.all(running);
      await Promise.all(sessions.map((session) => session.close()));
    },
  };
}

/** `q` in [0, 1] of a sorted list; NaN when there is nothing. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
