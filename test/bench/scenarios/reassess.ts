import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyStatus } from '@assay/shared/api';
import { policyText } from '../../../collector/src/policy/load.ts';
import { BASELINE, loadPolicyFile } from '../../../collector/src/policy-files.ts';
import { createRandom } from '../../faults/random.ts';
import type { LoadSpec, Mix } from '../../simulator/load.ts';
import { type Simulation, startSimulation } from '../../simulator/start-simulation.ts';
import { defineScenario, type Figure, toFigure } from '../harness.ts';
import { quantile, quantileRatioWithin } from '../percentiles.ts';
import { writeReports } from '../simulate/past.ts';

const SEED = 9;
const MIX: Mix = { report: 9, change: 1 };
const WARM_UP_S = 3;
/** Nobody waits for longer. */
const LONGEST_S = 480;
const POLL_MS = 250;
const OF_THE_TARGET = 100_000;
const STRICT = join(dirname(BASELINE), 'strict.yaml');

/**
 * The strict baseline comes into force over a fleet that is stored under the ordinary one: the collector judges every
 * device anew in the background, each durably, while some of them report. Deliberately the worst: it moves many
 * verdicts. What reports wait for their acknowledgement meanwhile stands beside the same load before and after, which
 * together are as long as most passes. Then the ordinary one comes back while nobody reports. For another number than
 * 100,000 devices, `…_100k_s` is how long as many would take at the rate that was measured.
 */
export const scenario = defineScenario({
  summary: 'a policy change judges the whole stored fleet anew while agents report',
  options: {
    devices: { default: OF_THE_TARGET, help: 'stored devices' },
    live: { default: 500, help: 'of them connected' },
    rate: { default: 200, help: 'their signed reports a second' },
    seconds: { default: 60, help: 'length of the load before, and of the one after' },
  },
  quick: { devices: 5000, live: 200, rate: 100, seconds: 8 },
  async run({ devices, live, rate, seconds }, bench) {
    const past = { agents: devices, days: 1, seed: SEED, until: Date.now() };
    const simulation = await startSimulation({
      ...{ agents: devices, live, seed: SEED, ...bench },
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

    const before = await loadAlone(simulation, load, seconds);
    bench.progress(
      `acknowledged within ${quantile(before.times, 0.99).toFixed(1)} ms (p99), now the policy changes`,
    );
    await bringIntoForce(simulation, STRICT, devices);
    const began = performance.now();
    const loading = fleet.load({ ...load, seconds: LONGEST_S });
    const judged = await allJudged(simulation);
    const took = (performance.now() - began) / 1000;
    await fleet.endLoad();
    const meanwhile = await loading;
    bench.progress(`judged within ${took.toFixed(0)} s, now the same load alone`);
    const after = await loadAlone(simulation, load, seconds);
    bench.progress('now the policy changes while nobody reports');
    const alone = await judgedAlone(simulation, devices);
    return [
      toFigure('devices', judged, ''),
      toFigure('seconds', took, 's'),
      toFigure('devices_per_s', judged / took, '1/s', alone.perSecond),
      toFigure('reassess_100k_s', (took * OF_THE_TARGET) / judged, 's'),
      toFigure('alone_100k_s', OF_THE_TARGET / alone.perSecond, 's'),
      toFigure('live_agents', live, ''),
      toFigure('live_reports_per_s', meanwhile.perSecond, '1/s'),
      ...waited(meanwhile.times, [before.times, after.times], rate),
      toFigure(
        'fleet_loop_late_p99_ms',
        Math.max(before.loopLateP99Ms, meanwhile.loopLateP99Ms, after.loopLateP99Ms),
        'ms',
      ),
    ];
  },
});

/** The load while nothing else happens, once it has run in. */
async function loadAlone({ fleet }: Simulation, load: Omit<LoadSpec, 'seconds'>, seconds: number) {
  await fleet.load({ ...load, seconds: WARM_UP_S });
  return fleet.load({ ...load, seconds });
}

async function judgedAlone(simulation: Simulation, devices: number): Promise<{ perSecond: number }> {
  await bringIntoForce(simulation, BASELINE, devices);
  const began = performance.now();
  const judged = await allJudged(simulation);
  return { perSecond: (judged * 1000) / (performance.now() - began) };
}

/**
 * What reports waited while the fleet was judged, against the same before and after. The ratio's bounds are those of 95 in
 * 100 repetitions of the run, by its own scatter from second to second.
 */
function waited(meanwhile: readonly number[], alone: readonly (readonly number[])[], rate: number): Figure[] {
  const rest = alone.flat();
  const [low, high] = quantileRatioWithin(meanwhile, rest, 0.99, { block: rate, random: createRandom(SEED) });
  const apart = alone.map((times) => quantile(times, 0.99));
  return [
    toFigure('ack_p50_ms', quantile(meanwhile, 0.5), 'ms', quantile(rest, 0.5)),
    toFigure('ack_p99_ms', quantile(meanwhile, 0.99), 'ms', quantile(rest, 0.99)),
    toFigure('ack_p99_ratio_low', low, ''),
    toFigure('ack_p99_ratio_high', high, ''),
    toFigure('acks', meanwhile.length, '', rest.length),
    ...['before', 'after'].map((when, i) => toFigure(`ack_${when}_p99_ms`, apart[i] ?? 0, 'ms')),
  ];
}

async function bringIntoForce({ collector }: Simulation, policy: string, devices: number): Promise<void> {
  const source = policyText(loadPolicyFile(policy));
  const request = { source, reason: 'a benchmark', allowUntrusted: devices };
  await collector.api.call('POST', '/policy/apply', request);
}

/** @returns how many devices the pass judged @throws Error when it takes too long */
async function allJudged({ collector }: Simulation): Promise<number> {
  const until = performance.now() + LONGEST_S * 1000;
  while (performance.now() < until) {
    const { reassessing } = await collector.api.call<PolicyStatus>('GET', '/policy');
    if (!reassessing.running && reassessing.done > 0) return reassessing.done;
    await sleep(POLL_MS);
  }
  throw new Error(`the fleet was not judged anew within ${LONGEST_S} s: try with fewer --devices`);
}
