import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../collector/src/api/listen.ts';
import { startProxy } from '../../deploy/proxy-process.ts';
import { raiseFileLimit } from '../../simulator/file-limit.ts';
import { startFleet } from '../../simulator/fleet-process.ts';
import { startSimulation } from '../../simulator/start-simulation.ts';
import { readProcessCost, threadsS } from '../footprint/process-cost.ts';
import { defineScenario, toFigure } from '../harness.ts';
import { measureBareConnections } from '../limits/bare-connections.ts';

const SEED = 5;
const SETTLE_MS = 3000;
const REPORT_INTERVAL_S = 60;
const BARE_AGENTS = 10_000;
/** HAProxy keeps a place for whoever looks whether it is there. */
const MORE = 50;

/**
 * The fleet of `connections`, with HAProxy ending TLS in front by the recipe in collector/deploy/proxy. The limit is the
 * same: a bare server of Node's TLS and `ws`.
 */
export const scenario = defineScenario({
  summary: 'memory of live agents whose TLS ends at HAProxy, beside a bare TLS WebSocket server’s',
  options: {
    agents: { default: 9500, help: 'connected agents; HAProxy opens two files for each' },
    seconds: { default: 30, help: 'how long the fleet is watched' },
  },
  quick: { seconds: 15 },
  async run({ agents, seconds }, bench) {
    const dir = mkdtempSync(join(tmpdir(), 'assay-terminated-'));
    bench.atEnd(() => rmSync(dir, { recursive: true, force: true }));
    const socket = join(dir, 'proxy.sock');
    // Of HAProxy: each agent is one connection to it and one from it.
    raiseFileLimit(2 * (agents + MORE));
    const simulation = await startSimulation({
      ...{ agents, seed: SEED, ...bench },
      options: ['--proxy-socket', socket],
    });
    const { collector, dataDir } = simulation;
    const port = await freePort('127.0.0.1');
    const pem = ['tls.pem', 'ca.pem', 'tls-key.pem'].map((name) => readFileSync(join(dataDir, 'keys', name)));
    writeFileSync(join(dir, 'proxy.pem'), Buffer.concat(pem), { mode: 0o600 });
    const place = { dir, port, collectorPort: 0, socket, connections: agents + MORE };
    const proxy = await startProxy('haproxy-socket.cfg', place);
    bench.atEnd(() => proxy.stop());
    const door = { url: `https://127.0.0.1:${port}`, ca: collector.ca };
    const fleet = await startFleet({ seed: SEED, agents, door });
    bench.atEnd(() => fleet.stop());
    await sleep(SETTLE_MS);
    const rss = () => [collector.pid, proxy.pid].map((pid) => readProcessCost(pid).rssMb) as [number, number];
    const [emptyMb, emptyProxyMb] = rss();
    bench.progress(`connecting ${agents} agents through HAProxy`);
    const { connected } = await fleet.connect({ report: true, spreadMs: agents, timeoutMs: 600_000 });
    if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
    await sleep(SETTLE_MS);

    bench.progress(`${agents} agents connected; watching them for ${seconds} s`);
    const before = { cpuS: threadsS(collector.pid), at: performance.now() };
    const load = await fleet.load({ mix: { unchanged: 1 }, perSecond: agents / REPORT_INTERVAL_S, seconds });
    const share = (threadsS(collector.pid) - before.cpuS) / ((performance.now() - before.at) / 1000);
    const [rssMb, proxyMb] = rss();
    const { open } = await fleet.status();
    await fleet.stop();

    const bareAgents = Math.min(agents, BARE_AGENTS);
    bench.progress(`the same with ${bareAgents} agents on a bare server`);
    const bare = await measureBareConnections(simulation, {
      ...{ agents: bareAgents, seed: SEED, settleMs: SETTLE_MS },
    });
    const perAgentKb = (mb: number) => (mb * 1024) / agents;
    return [
      toFigure('agents', agents, ''),
      toFigure('dropped', agents - open, ''),
      toFigure('collector_rss_mb', rssMb, 'MB'),
      toFigure('collector_rss_per_agent_kb', perAgentKb(rssMb - emptyMb), 'KB', bare.rssKb),
      toFigure('proxy_rss_mb', proxyMb, 'MB'),
      toFigure('proxy_rss_per_agent_kb', perAgentKb(proxyMb - emptyProxyMb), 'KB', bare.rssKb),
      toFigure('both_rss_mb', rssMb + proxyMb, 'MB'),
      toFigure(
        'both_rss_per_agent_kb',
        perAgentKb(rssMb - emptyMb + proxyMb - emptyProxyMb),
        'KB',
        bare.rssKb,
      ),
      toFigure('idle_core_share', share, ''),
      toFigure('ack_p50_ms', load.took.p50, 'ms'),
      toFigure('ack_p99_ms', load.took.p99, 'ms'),
    ];
  },
});
