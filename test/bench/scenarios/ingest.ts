import { dirname } from 'node:path';
import type { FleetProcess } from '../../simulator/fleet-process.ts';
import type { Mix } from '../../simulator/load.ts';
import { type Simulation, startSimulation } from '../../simulator/start-simulation.ts';
import { threadsS } from '../footprint/process-cost.ts';
import { type Bench, defineScenario, type Figure, roundsFigure, toFigure } from '../harness.ts';
import { openCommit } from '../latency/limits.ts';
import { type BareVerifier, startBareVerifier } from '../limits/bare-verifier.ts';
import { createVerificationLimit, type VerificationLimit } from '../limits/verification.ts';
import { quantile } from '../percentiles.ts';
import { type StageTails, watchStages } from '../stage-tails.ts';

const SEED = 4;
/** Of ten reports one tells of a change: an update, a restart, a shared screen, and endpoint protection in turn. */
const SIGNED: Mix = { report: 9, change: 1 };
/** What the default intervals make of an hour: 59 times "nothing changed", one full report. */
const HOUR: Mix = { unchanged: 59, report: 1 };
/** A collector runs for weeks: what it costs until its hottest code is compiled is not what is asked. */
const WARM_UP_S = 10;
/** As many times a round is asked for times: a disk that stands still for 0.1 s, once a minute or often, is to be told apart. */
const TIMED = 5;
const COMMITS = 200;
const BARE_S = 3;
/** Few enough for the row of the target table that names them. */
const QUIET_AGENTS = 1000;

/** Sends what was signed in advance. */
const SIGNED_AHEAD: Mix = { report: 1 };

/** What one round of load cost the collector, beside the bare operation measured just after. */
interface Round {
  perSecond: number;
  cpuUs: number;
  verifyUs: number;
  verifiesPerSecond: number;
  fleetCpuUs: number;
  /** A bare server's CPU for the same; null: it was not asked. */
  bareUs: number | null;
}

/**
 * A simulated fleet sends as fast as the collector acknowledges: durable, judged, published. CPU is the whole collector
 * process's, all its threads, from the kernel; the limits, verifying the same fleet's signatures and nothing else, and a
 * server that reads reports, verifies and acknowledges them and does nothing else, are measured in turn with it. The fleet runs in a process of its own on the same cores, and its share is told; it sends what it signed before.
 * How long acknowledgements take is asked of the same fleet in one more process, which is in time itself.
 */
export const scenario = defineScenario({
  summary: 'signed reports a second, their CPU beside bare verification, and how long acknowledgement takes',
  options: {
    agents: { default: 2000, help: 'connected agents' },
    rounds: { default: 5, help: 'rounds of full load' },
    seconds: { default: 6, help: 'length of a round' },
  },
  quick: { rounds: 4, seconds: 5 },
  async run({ agents, rounds, seconds }, bench) {
    const simulation = await startSimulation({ agents, seed: SEED, ...bench });
    const { fleet, dataDir } = simulation;
    bench.progress(`connecting ${agents} agents`);
    await connectAll(fleet, agents);
    const limit = createVerificationLimit(SEED);
    bench.progress('connecting them to a bare server as well');
    const bare = await startBareVerifier(simulation, { seed: SEED, agents, ...bench });
    await bare.cpuUs(SIGNED, WARM_UP_S);
    const full = await measure(simulation, limit, bench, {
      mix: SIGNED,
      rounds,
      seconds,
      what: 'signed reports',
      bare,
    });
    const peak = quantile(
      full.map(({ perSecond }) => perSecond),
      0.5,
    );
    await fleet.leave({});
    const prompt = await simulation.others({ isPrompt: true });
    await connectAll(prompt, agents);
    const quiet = Math.min(agents, QUIET_AGENTS);
    bench.progress(`acknowledgement at a tenth and at half of ${Math.round(peak)} reports/s`);
    const low = await prompt.load({
      mix: SIGNED,
      seconds: seconds * TIMED,
      perSecond: peak * 0.1,
      to: quiet,
    });
    const commits = sampleCommits(dirname(dataDir));
    // The others have come to rest meanwhile: each is read from the store for its first report.
    const waking = await prompt.load({ mix: SIGNED, seconds: seconds * 2, perSecond: peak * 0.5 });
    const stages = await watchStages(simulation.collector);
    const half = await prompt.load({ mix: SIGNED, seconds: seconds * TIMED, perSecond: peak * 0.5 });
    const tails = await stages();
    await prompt.stop();
    await connectAll(fleet, agents);
    const hour = await measure(simulation, limit, bench, {
      mix: HOUR,
      rounds,
      seconds,
      what: 'mostly unchanged',
    });
    return [
      toFigure('agents', agents, ''),
      rate('reports_per_s', full, ({ verifiesPerSecond }) => verifiesPerSecond),
      ...costs('report', full),
      roundsFigure(
        'bare_ws_verify_cpu_us',
        full.map(({ bareUs }) => bareUs ?? 0),
        'µs',
        full.map(({ verifyUs }) => verifyUs),
      ),
      toFigure('ack_low_p50_ms', low.took.p50, 'ms', commits.p50),
      toFigure('ack_low_p99_ms', low.took.p99, 'ms', commits.p99),
      toFigure('ack_low_per_s', low.perSecond, '1/s'),
      toFigure('ack_p50_ms', half.took.p50, 'ms', commits.p50),
      toFigure('ack_p99_ms', half.took.p99, 'ms', commits.p99),
      toFigure('ack_half_per_s', half.perSecond, '1/s'),
      toFigure('ack_waking_p50_ms', waking.took.p50, 'ms', half.took.p50),
      toFigure('ack_waking_p99_ms', waking.took.p99, 'ms', half.took.p99),
      ...stageFigures(tails),
      toFigure('fleet_loop_late_p99_ms', Math.max(low.loopLateP99Ms, half.loopLateP99Ms), 'ms'),
      rate('hour_messages_per_s', hour, ({ verifiesPerSecond }) => verifiesPerSecond),
      ...costs('hour_message', hour),
    ];
  },
});

/** Each reports in full: what was said of it last may have been said in another process. */
async function connectAll(fleet: FleetProcess, agents: number): Promise<void> {
  const { connected } = await fleet.connect({ report: true, anew: true, spreadMs: 5000 });
  if (connected < agents) throw new Error(`only ${connected} of ${agents} agents could connect`);
}

interface LoadPlan {
  mix: Mix;
  rounds: number;
  seconds: number;
  what: string;
  bare?: BareVerifier;
}

async function measure(
  { collector, fleet }: Simulation,
  limit: VerificationLimit,
  { progress }: Bench,
  { mix, rounds, seconds, what, bare }: LoadPlan,
): Promise<Round[]> {
  await fleet.load({ mix, seconds: WARM_UP_S });
  const done: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const isSigned = !mix.unchanged;
    if (isSigned) await fleet.signAhead({ mix, seconds });
    const before = threadsS(collector.pid);
    const { acknowledged, perSecond, cpuS } = await fleet.load({
      mix: isSigned ? SIGNED_AHEAD : mix,
      seconds,
    });
    const cpuUs = ((threadsS(collector.pid) - before) * 1e6) / acknowledged;
    const verifyUs = limit.cpuUs();
    const verifiesPerSecond = await limit.perSecond();
    const bareUs = bare ? await bare.cpuUs(mix, BARE_S) : null;
    const fleetCpuUs = (cpuS * 1e6) / acknowledged;
    done.push({ perSecond, cpuUs, verifyUs, verifiesPerSecond, fleetCpuUs, bareUs });
    const beside = bareUs === null ? '' : `, a bare server ${Math.round(bareUs)} µs`;
    progress(
      `${what}, round ${round} of ${rounds}: ${Math.round(perSecond)}/s, ${Math.round(cpuUs)} µs each, verification alone ${Math.round(verifyUs)} µs${beside}`,
    );
  }
  return done;
}

const rate = (name: string, rounds: readonly Round[], limit: (round: Round) => number): Figure =>
  roundsFigure(
    name,
    rounds.map(({ perSecond }) => perSecond),
    '1/s',
    rounds.map(limit),
  );

const costs = (what: string, rounds: readonly Round[]): Figure[] => [
  roundsFigure(
    `cpu_us_per_${what}`,
    rounds.map(({ cpuUs }) => cpuUs),
    'µs',
    rounds.map(({ bareUs, verifyUs }) => bareUs ?? verifyUs),
  ),
  roundsFigure(
    `verify_cpu_over_${what}_cpu`,
    rounds.map(({ cpuUs, verifyUs }) => verifyUs / cpuUs),
    '',
  ),
  roundsFigure(
    `fleet_cpu_us_per_${what}`,
    rounds.map(({ fleetCpuUs }) => fleetCpuUs),
    'µs',
  ),
];

/** On the way of a report, in their order; `queue` and `write` are of transactions, and parts of `commit`. */
const ON_THE_WAY = ['wait', 'assess', 'commit', 'queue', 'write', 'ack', 'report'] as const;

/** What the collector itself saw of the half load: which of its stages the slow reports were in. */
const stageFigures = (tails: StageTails): Figure[] =>
  ON_THE_WAY.map((stage) => toFigure(`half_${stage}_within_p99_ms`, tails.within(stage, 0.99), 'ms'));

/** One small transaction made durable, alone, ms. */
function sampleCommits(dir: string): { p50: number; p99: number } {
  const commit = openCommit(dir);
  const took = Array.from({ length: COMMITS }, () => commit.sample());
  commit.close();
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}
