import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulation } from '../../simulator/start-simulation.ts';
import { readProcessCost, threadsS } from '../footprint/process-cost.ts';
import { defineScenario, toFigure } from '../harness.ts';
import { measureBareConnections } from '../limits/bare-connections.ts';
import { startProxiedFleet } from '../proxied-fleet.ts';

const SEED = 5;
const SETTLE_MS = 3000;
const REPORT_INTERVAL_S = 60;
const BARE_AGENTS = 10_000;
/** TLS in the proxies, the hello and a report in the collector, and the agents, all on the same cores. */
const MS_PER_AGENT = 8;

/**
 * The fleet of `connections`, with HAProxy ending TLS in front by a recipe in collector/deploy/proxy. The limit is the
 * same: a bare server of Node's TLS and `ws`. 50,000 agents for ten minutes, where no process may open so many files:
 * `--streams --agents 50000 --seconds 600`.
 */
export const scenario = defineScenario({
  summary: 'memory of live agents whose TLS ends at HAProxy, beside a bare TLS WebSocket server’s',
  options: {
    agents: { default: 9500, help: 'connected agents; one HAProxy for every 9,500' },
    seconds: { default: 30, help: 'how long the fleet is watched' },
    streams: {
      default: false,
      help: 'agents are handed on as streams of HTTP/2 connections (haproxy-multiplex.cfg)',
    },
  },
  quick: { seconds: 15 },
  async run({ agents, seconds, streams }, bench) {
    const dir = mkdtempSync(join(tmpdir(), 'assay-terminated-'));
    bench.atEnd(() => rmSync(dir, { recursive: true, force: true }));
    const socket = join(dir, 'proxy.sock');
    const bareAgents = Math.min(agents, BARE_AGENTS);
    const simulation = await startSimulation({
      ...{ agents, live: bareAgents, seed: SEED, ...bench },
      options: ['--proxy-socket', socket],
    });
    const { collector, dataDir } = simulation;
    const recipe = streams ? 'haproxy-multiplex.cfg' : 'haproxy-socket.cfg';
    const behind = { socket, dataDir, ca: collector.ca };
    const fleet = await startProxiedFleet({ seed: SEED, agents, recipe, collector: behind }, bench);
    await sleep(SETTLE_MS);
    const rss = () => ({ collector: readProcessCost(collector.pid).rssMb, proxy: fleet.proxyRssMb() });
    const empty = rss();
    bench.progress(`connecting ${agents} agents through ${fleet.proxies} HAProxy`);
    const spreadMs = streams ? agents * MS_PER_AGENT : agents;
    await fleet.connect({ report: true, spreadMs, timeoutMs: 4 * spreadMs + 60_000 });
    await sleep(SETTLE_MS);

    bench.progress(`${agents} agents connected; watching them for ${seconds} s`);
    const cpuS = () => ({ collector: threadsS(collector.pid), proxy: fleet.proxyCpuS() });
    const before = { ...cpuS(), at: performance.now() };
    const load = await fleet.load({ mix: { unchanged: 1 }, perSecond: agents / REPORT_INTERVAL_S, seconds });
    const elapsedS = (performance.now() - before.at) / 1000;
    const after = cpuS();
    const full = rss();
    const open = await fleet.open();
    await fleet.stop();

    bench.progress(`the same with ${bareAgents} agents on a bare server`);
    const bare = await measureBareConnections(simulation, {
      ...{ agents: bareAgents, seed: SEED, settleMs: SETTLE_MS },
    });
    const perAgent = (mb: number) => [(mb * 1024) / agents, 'KB', bare.rssKb] as const;
    const gained = { collector: full.collector - empty.collector, proxy: full.proxy - empty.proxy };
    return [
      toFigure('agents', agents, ''),
      toFigure('watched_s', seconds, 's'),
      toFigure('dropped', agents - open, ''),
      toFigure('proxies', fleet.proxies, ''),
      toFigure('collector_rss_mb', full.collector, 'MB'),
      toFigure('collector_rss_per_agent_kb', ...perAgent(gained.collector)),
      toFigure('proxy_rss_mb', full.proxy, 'MB'),
      toFigure('proxy_rss_per_agent_kb', ...perAgent(gained.proxy)),
      toFigure('both_rss_mb', full.collector + full.proxy, 'MB'),
      toFigure('both_rss_per_agent_kb', ...perAgent(gained.collector + gained.proxy)),
      toFigure('idle_core_share', (after.collector - before.collector) / elapsedS, ''),
      toFigure('proxy_core_share', (after.proxy - before.proxy) / elapsedS, ''),
      toFigure('unchanged_per_s', load.perSecond, '1/s'),
      toFigure('ack_p50_ms', load.p50, 'ms'),
      toFigure('ack_p99_ms', load.p99, 'ms'),
    ];
  },
});
