import { setTimeout as sleep } from 'node:timers/promises';
import { comeBack } from '../../simulator/come-back.ts';
import { type Simulation, startSimulation } from '../../simulator/start-simulation.ts';
import { threadsS } from '../footprint/process-cost.ts';
import { type Bench, defineScenario, toFigure } from '../harness.ts';
import { measureBareConnections } from '../limits/bare-connections.ts';

const SEED = 6;
/** Enough for the cost of one connection; the whole fleet comes back in the second part. */
const COST_AGENTS = 3000;
/** Connected while the others come back, and reporting all the time. */
const STEADY = 50;
/** Agents that lost their collector come back spread over this time. */
const JITTER_MS = 15_000;
const SETTLE_MS = 2000;

/**
 * What a connection costs the collector until its Welcome, beside a bare TLS and `ws` accept; and a whole fleet that
 * comes back after `kill -9` amid its reports, while some that are back already go on reporting.
 */
export const scenario = defineScenario({
  summary: 'CPU of a reconnect beside a bare accept, and a fleet that comes back after kill -9',
  options: {
    agents: { default: 10_000, help: 'agents that come back' },
    anew: {
      default: false,
      help: 'the agents were started anew as well: each reports in full, without a TLS ticket',
    },
  },
  async run({ agents, anew }, bench) {
    const simulation = await startSimulation({ agents: agents + STEADY, seed: SEED, ...bench });
    const cost = await connectionCost(simulation, Math.min(agents, COST_AGENTS), bench);
    const plan = { agents, steady: STEADY, jitterMs: JITTER_MS, reportsPerS: 1000, anew };
    const back = await comeBack(simulation, plan, bench);
    if (back.back < agents) throw new Error(`only ${back.back} of ${agents} agents came back`);
    return [
      toFigure('agents', agents, ''),
      toFigure('cpu', cost.plainMs, 'ms', cost.bareMs),
      toFigure('cpu_resumed', cost.resumedMs, 'ms', cost.bareMs),
      toFigure('resumed_share', cost.resumedShare, ''),
      toFigure('cpu_with_report', cost.withReportMs, 'ms', cost.bareMs),
      toFigure('cpu_back', cost.backMs, 'ms', cost.bareMs),
      toFigure('all_back_s', back.allBackS, 's', (cost.bareMs * agents) / 1000),
      toFigure('restart_s', back.restartS, 's'),
      toFigure('attempts', back.attempts, ''),
      toFigure('back_resumed_share', back.resumedShare, ''),
      toFigure('back_p50_s', back.waited.p50 / 1000, 's'),
      toFigure('back_p99_s', back.waited.p99 / 1000, 's'),
      toFigure('lost_reports', back.lostReports, ''),
      toFigure('acknowledged_before_kill', back.acknowledgedBefore, ''),
      toFigure('steady_ack_p50_ms', back.steadyAck.p50, 'ms'),
      toFigure('steady_ack_p99_ms', back.steadyAck.p99, 'ms'),
      toFigure('steady_acks', back.steadyAck.count, ''),
      toFigure('collector_rss_mb', back.rssMb, 'MB'),
    ];
  },
});

/**
 * CPU of a connection, ms: until the first report is acknowledged, then only to the Welcome, then with a TLS ticket, then with
 * it until it is acknowledged that the last report still stands.
 */
async function connectionCost(simulation: Simulation, agents: number, { progress }: Bench) {
  const { collector, fleet } = simulation;
  progress(`what each of ${agents} connections costs a bare server`);
  const bare = await measureBareConnections(simulation, { agents, seed: SEED, settleMs: SETTLE_MS });
  async function once(spec: { report?: boolean; resume?: boolean } = {}) {
    const before = threadsS(collector.pid);
    const { connected, resumed } = await fleet.connect({ to: agents, spreadMs: agents, ...spec });
    if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
    const ms = ((threadsS(collector.pid) - before) * 1000) / agents;
    await sleep(SETTLE_MS);
    await fleet.leave({ to: agents });
    await sleep(SETTLE_MS);
    return { ms, share: resumed / agents };
  }
  progress(
    'what they cost the collector: with a first report, without, with a TLS ticket, and as agents come back',
  );
  const withReport = await once({ report: true, resume: true });
  const plain = await once();
  const resumed = await once({ resume: true });
  const back = await once({ report: true, resume: true });
  return {
    bareMs: bare.cpuMs,
    withReportMs: withReport.ms,
    plainMs: plain.ms,
    resumedMs: resumed.ms,
    backMs: back.ms,
    resumedShare: resumed.share,
  };
}
