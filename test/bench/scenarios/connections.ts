import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulation } from '../../simulator/start-simulation.ts';
import { readProcessCost, threadsS } from '../footprint/process-cost.ts';
import { defineScenario, toFigure } from '../harness.ts';
import { measureBareConnections } from '../limits/bare-connections.ts';

const SEED = 5;
/** Until start-up's garbage is gone, or as much of it as goes by itself. */
const SETTLE_MS = 3000;
const REPORT_INTERVAL_S = 60;
/** More of them cost the bare server no other amount each. */
const BARE_AGENTS = 10_000;

/**
 * A whole fleet is connected and quiet: each agent reported once, and then says every minute that nothing changed, as the
 * default interval has it, and answers the collector's pings. The limit is a server of Node's TLS and `ws` that holds the
 * same connections and does nothing. More agents than a process may open files: `terminated --streams`.
 */
export const scenario = defineScenario({
  summary: "memory of live agents beside a bare TLS WebSocket server's, and what an idle fleet costs",
  options: {
    agents: { default: 10_000, help: 'connected agents' },
    seconds: { default: 60, help: 'how long the fleet is watched; pings come every 30 s' },
  },
  quick: { seconds: 30 },
  async run({ agents, seconds }, bench) {
    const simulation = await startSimulation({ agents, seed: SEED, ...bench });
    const { collector, fleet } = simulation;
    await sleep(SETTLE_MS);
    const emptyMb = readProcessCost(collector.pid).rssMb;
    bench.progress(`connecting ${agents} agents`);
    const { connected, seconds: connectS } = await fleet.connect({
      report: true,
      spreadMs: agents,
      timeoutMs: 600_000,
    });
    if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
    await sleep(SETTLE_MS);

    bench.progress(`${agents} agents connected in ${connectS.toFixed(1)} s; watching them for ${seconds} s`);
    const cpuBefore = threadsS(collector.pid);
    const startedAt = performance.now();
    const load = await fleet.load({ mix: { unchanged: 1 }, perSecond: agents / REPORT_INTERVAL_S, seconds });
    const elapsedS = (performance.now() - startedAt) / 1000;
    const share = (threadsS(collector.pid) - cpuBefore) / elapsedS;
    const { rssMb } = readProcessCost(collector.pid);
    const { open, rssMb: fleetRssMb } = await fleet.status();
    await fleet.stop();

    const bareAgents = Math.min(agents, BARE_AGENTS);
    bench.progress(`the same with ${bareAgents} agents on a bare server`);
    const bare = await measureBareConnections(simulation, {
      agents: bareAgents,
      seed: SEED,
      settleMs: SETTLE_MS,
    });
    return [
      toFigure('agents', agents, ''),
      toFigure('watched_s', seconds, 's'),
      toFigure('dropped', agents - open, ''),
      toFigure('collector_rss_mb', rssMb, 'MB', emptyMb + (bare.rssKb * agents) / 1024),
      toFigure('rss_per_agent_kb', ((rssMb - emptyMb) * 1024) / agents, 'KB', bare.rssKb),
      toFigure('empty_collector_rss_mb', emptyMb, 'MB'),
      toFigure('idle_core_share', share, ''),
      toFigure('unchanged_per_s', load.perSecond, '1/s'),
      toFigure('ack_p50_ms', load.took.p50, 'ms'),
      toFigure('ack_p99_ms', load.took.p99, 'ms'),
      toFigure('connect_s', connectS, 's'),
      toFigure('fleet_rss_mb', fleetRssMb, 'MB'),
    ];
  },
});
