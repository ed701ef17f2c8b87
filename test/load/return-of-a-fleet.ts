import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJoinString } from '@assay/shared';
import { spawnCollector } from '../faults/collector-process.ts';
import { enrollRaw, type RawDevice } from '../helpers/raw-agent.ts';
import { startCrowd } from './crowd.ts';
import { metricsOf } from './metrics-of.ts';
import { quantile, startSteadyAgents } from './steady-agents.ts';

/** How a fleet came back to a collector that was restarted. Times in milliseconds. */
export interface ReturnOfAFleet {
  agents: number;
  allBackMs: number;
  attempts: number;
  /** Acknowledgements of agents that were connected already. */
  calm: { p50: number; p95: number };
  busy: { p50: number; p95: number; count: number };
  rssMb: number;
  /** Connections turned away before they could speak, by metric. */
  turnedAway: Record<string, number>;
}

const STEADY = 8;

/** Enrolls a fleet, kills the collector, starts it anew, and lets all connect at the same moment. */
export async function returnOfAFleet(agents: number): Promise<ReturnOfAFleet> {
  const dataDir = mkdtempSync(join(tmpdir(), 'assay-return-'));
  let collector = await spawnCollector(dataDir).ready();
  try {
    const uses = agents + STEADY;
    const made = (await collector.post('enrollment-tokens', { uses })) as { joinString: string };
    const { token } = parseJoinString(made.joinString);
    const steadyDevices: RawDevice[] = [];
    for (let i = 0; i < STEADY; i++) steadyDevices.push(await enrollRaw(collector.door, token));
    const enrolling = startCrowd({ task: 'enroll', door: collector.door, token, count: agents });
    const { devices } = await enrolling.result;
    await enrolling.leave();

    await collector.kill();
    collector = await spawnCollector(dataDir).ready();
    const steady = await startSteadyAgents(collector.door, steadyDevices);
    const calm = await enough(steady.latencies);
    const returning = startCrowd({ task: 'return', door: collector.door, devices });
    const { doneMs, attempts } = await returning.result;
    const busy = await steady.latencies();
    const figures = await metricsOf(collector.door);
    await steady.stop();
    await returning.leave();
    return {
      agents: doneMs.length,
      allBackMs: doneMs.at(-1) ?? 0,
      attempts,
      calm: { p50: quantile(calm, 0.5), p95: quantile(calm, 0.95) },
      busy: { p50: quantile(busy, 0.5), p95: quantile(busy, 0.95), count: busy.length },
      rssMb: Math.round((figures.get('process_resident_memory_bytes') ?? 0) / 2 ** 20),
      turnedAway: Object.fromEntries([...figures].filter(([name]) => name.includes('turned_away'))),
    };
  } finally {
    await collector.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Two rounds of every steady agent. */
async function enough(latencies: () => Promise<number[]>): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < 2 * STEADY) {
    taken.push(...(await latencies()));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return taken.sort((a, b) => a - b);
}

export const describeReturn = ({
  agents,
  allBackMs,
  attempts,
  calm,
  busy,
  rssMb,
  turnedAway,
}: ReturnOfAFleet) =>
  `${agents} agents back after ${(allBackMs / 1000).toFixed(1)} s in ${attempts} attempts; ` +
  `ack p50/p95 ${calm.p50.toFixed(1)}/${calm.p95.toFixed(1)} ms calm, ${busy.p50.toFixed(1)}/${busy.p95.toFixed(1)} ms meanwhile; ` +
  `RSS ${rssMb} MB; turned away ${JSON.stringify(turnedAway)}`;
