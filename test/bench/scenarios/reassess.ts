import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyStatus } from '@assay/shared/api';
import { policyText } from '../../../collector/src/policy/load.ts';
import { BASELINE, loadPolicyFile } from '../../../collector/src/policy-files.ts';
import { createRandom } from '../../faults/random.ts';
import type { LoadResult, LoadSpec, Mix } from '../../simulator/load.ts';
import { type Simulation, startSimulation } from '../../simulator/start-simulation.ts';
import { defineScenario, type Figure, roundsFigure, toFigure } from '../harness.ts';
import { quantile, quantileRatioWithin } from '../percentiles.ts';
import { writeReports } from '../simulate/past.ts';

const SEED = 9;
const MIX: Mix = { report: 9, change: 1 };
const WARM_UP_S = 3;
/** Nobody waits for longer. */
const LONGEST_S = 1500;
const POLL_MS = 250;
const OF_THE_TARGET = 100_000;
const STRICT = join(dirname(BASELINE), 'strict.yaml');

/**
 * The strict baseline comes into force over a fleet that is stored under the ordinary one: the collector judges every
 * device anew in the background, each durably, while some of them report. Deliberately the worst: it moves many
 * verdicts. What reports wait for their acknowledgement meanwhile stands beside the same load before and after. With
 * several rounds the policies take turns, so that what else happens on the machine falls on both sides. At last one more
 * change while nobody reports. For another number than 100,000 devices, `…_100k_s` is how long as many would take at the
 * rate that was measured.
 */
export const scenario = defineScenario({
  summary: 'a policy change judges the whole stored fleet anew while agents report',
  options: {
    devices: { default: OF_THE_TARGET, help: 'stored devices' },
    live: { default: 500, help: 'of them connected' },
    rate: { default: 200, help: 'their signed reports a second' },
    seconds: { default: 60, help: 'length of the load before each change, and of the one after the last' },
    rounds: { default: 1, help: 'changes of the policy' },
  },
  quick: { devices: 4000, live: 200, rate: 100, seconds: 8, rounds: 2 },
  async run({ devices, live, rate, seconds, rounds }, bench) {
    const past = { agents: devices, days: 1, seed: SEED, until: Date.now() };
    const simulation = await startSimulation({
      ...{ agents: devices, live, seed: SEED, isPrompt: true, ...bench },
      prepare: async (dataDir) => {
        await writeReports(dataDir, loadPolicyFile(BASELINE), past, (done) => {
          if (done % 10_000 < 500) bench.progress(`${done} of ${devices} devices have reported`);
        });
      },
    });
    const { fleet } = simulation;
    const { connected } = await fleet.connect({ report: true, spreadMs: live * 4 });
    if (connected < live) throw new Error(`only ${connected} of ${live} agents could connect`);
    const load = { mix: MIX, perSecond: rate, tellTimes: true };
    const alone: LoadResult[] = [await loadAlone(simulation, load, seconds)];
    const passes: Pass[] = [];
    while (passes.length < rounds) {
      const waited = quantile(alone.at(-1)?.times ?? [], 0.99).toFixed(1);
      bench.progress(`acknowledged within ${waited} ms (p99), now the policy changes`);
      await bringIntoForce(simulation, otherPolicy(passes.length), devices);
      passes.push(await loadWhileJudged(simulation, load));
      bench.progress(`judged within ${passes.at(-1)?.seconds.toFixed(0)} s, now the same load alone`);
      alone.push(await loadAlone(simulation, load, seconds));
    }
    bench.progress('now the policy changes while nobody reports');
    await bringIntoForce(simulation, otherPolicy(rounds), devices);
    return figuresOf(passes, alone, await allJudged(simulation), { live, rate });
  },
});

/** One change of the policy, and the load beside it. */
interface Pass extends Judged {
  load: LoadResult;
}
interface Judged {
  devices: number;
  seconds: number;
}

/** The strict baseline and the ordinary one, in turn. */
const otherPolicy = (change: number) => (change % 2 === 0 ? STRICT : BASELINE);

/** The load while nothing else happens, once it has run in. */
async function loadAlone({ fleet }: Simulation, load: Omit<LoadSpec, 'seconds'>, seconds: number) {
  await fleet.load({ ...load, seconds: WARM_UP_S });
  return fleet.load({ ...load, seconds });
}

async function loadWhileJudged(simulation: Simulation, load: Omit<LoadSpec, 'seconds'>): Promise<Pass> {
  const { fleet } = simulation;
  const loading = fleet.load({ ...load, seconds: LONGEST_S });
  const judged = await allJudged(simulation);
  await fleet.endLoad();
  return { ...judged, load: await loading };
}

/**
 * What reports waited while the fleet was judged, against the same before and after. The ratio's bounds are those of 95 in
 * 100 repetitions of the run, by its own scatter from second to second.
 */
function figuresOf(
  passes: readonly Pass[],
  alone: readonly LoadResult[],
  hurried: Judged,
  { live, rate }: { live: number; rate: number },
): Figure[] {
  const devices = sum(passes.map((pass) => pass.devices));
  const seconds = sum(passes.map((pass) => pass.seconds));
  const meanwhile = passes.flatMap(({ load }) => load.times);
  const rest = alone.flatMap(({ times }) => times);
  const [low, high] = quantileRatioWithin(meanwhile, rest, 0.99, { block: rate, random: createRandom(SEED) });
  const lateness = [...passes.map(({ load }) => load), ...alone].map(({ loopLateP99Ms }) => loopLateP99Ms);
  return [
    toFigure('devices', hurried.devices, ''),
    toFigure('seconds', seconds / passes.length, 's'),
    toFigure('devices_per_s', devices / seconds, '1/s', hurried.devices / hurried.seconds),
    toFigure('reassess_100k_s', (seconds * OF_THE_TARGET) / devices, 's'),
    toFigure('alone_100k_s', (hurried.seconds * OF_THE_TARGET) / hurried.devices, 's'),
    toFigure('live_agents', live, ''),
    toFigure(
      'live_reports_per_s',
      quantile(
        passes.map(({ load }) => load.perSecond),
        0.5,
      ),
      '1/s',
    ),
    toFigure('ack_p50_ms', quantile(meanwhile, 0.5), 'ms', quantile(rest, 0.5)),
    toFigure('ack_p99_ms', quantile(meanwhile, 0.99), 'ms', quantile(rest, 0.99)),
    toFigure('ack_p99_ratio_low', low, ''),
    toFigure('ack_p99_ratio_high', high, ''),
    toFigure('acks', meanwhile.length, '', rest.length),
    roundsFigure(
      'ack_alone_p99_ms',
      alone.map(({ times }) => quantile(times, 0.99)),
      'ms',
    ),
    toFigure('fleet_loop_late_p99_ms', Math.max(...lateness), 'ms'),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

async function bringIntoForce({ collector }: Simulation, policy: string, devices: number): Promise<void> {
  const source = policyText(loadPolicyFile(policy));
  const request = { source, reason: 'a benchmark', allowUntrusted: devices };
  await collector.api.call('POST', '/policy/apply', request);
}

/** Waits for the end of the pass that was just begun. @throws Error when it takes too long */
async function allJudged({ collector }: Simulation): Promise<Judged> {
  const began = performance.now();
  const until = began + LONGEST_S * 1000;
  while (performance.now() < until) {
    const { reassessing } = await collector.api.call<PolicyStatus>('GET', '/policy');
    if (!reassessing.running && reassessing.done > 0)
      return { devices: reassessing.done, seconds: (performance.now() - began) / 1000 };
    await sleep(POLL_MS);
  }
  throw new Error(`the fleet was not judged anew within ${LONGEST_S} s: try with fewer --devices`);
}
