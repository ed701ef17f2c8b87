import { setTimeout as sleep } from 'node:timers/promises';
import { startFleet } from '../../simulator/fleet-process.ts';
import type { Simulation } from '../../simulator/start-simulation.ts';
import { readProcessCost, threadsS } from '../footprint/process-cost.ts';
import { startBareServer } from './bare-server.ts';

/** What a connection costs a server that does nothing with it. */
export interface BareConnections {
  rssKb: number;
  cpuMs: number;
}

/** The same fleet connects to a bare server, at the collector's pace at its calmest. */
export async function measureBareConnections(
  { dataDir, collector }: Pick<Simulation, 'dataDir' | 'collector'>,
  { agents, seed, settleMs }: { agents: number; seed: number; settleMs: number },
): Promise<BareConnections> {
  const server = await startBareServer(dataDir);
  const fleet = await startFleet({ seed, agents, door: { url: server.url, ca: collector.ca } });
  try {
    await sleep(settleMs);
    const before = { rssMb: readProcessCost(server.pid).rssMb, cpuS: threadsS(server.pid) };
    const { connected } = await fleet.connect({ bare: true, spreadMs: agents });
    if (connected < agents)
      throw new Error(`only ${connected} of ${agents} could connect to the bare server`);
    const cpuS = threadsS(server.pid) - before.cpuS;
    await sleep(settleMs);
    const rssMb = readProcessCost(server.pid).rssMb - before.rssMb;
    return { rssKb: (rssMb * 1024) / agents, cpuMs: (cpuS * 1000) / agents };
  } finally {
    await fleet.stop();
    await server.stop();
  }
}
