import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyStatus } from '@assay/shared/api';
import { policyText } from '../../../collector/src/policy/load.ts';
import { BASELINE, loadPolicyFile } from '../../../collector/src/policy-files.ts';
import type { Mix } from '../../simulator/load.ts';
import { type Simulation, startSimulation } from '../../simulator/start-simulation.ts';
import { defineScenario, toFigure } from '../harness.ts';
import { writeReports } from '../simulate/past.ts';

const SEED = 9;
const MIX: Mix = { report: 9, change: 1 };
const WARM_UP_S = 3;
/** Nobody waits for longer. */
const LONGEST_S = 480;
const POLL_MS = 250;
const OF_THE_TARGET = 100_000;

/**
 * The strict baseline comes into force over a fleet that is stored under the ordinary one: the collector judges every
 * device anew in the background, each durably, while some of them report. Deliberately the worst: it moves many
 * verdicts. What reports wait for their acknowledgement meanwhile stands beside the same load just before. For another
 * number than 100,000 devices, `reassess_100k_s` is how long as many would take at the rate that was measured.
 */
export const scenario = defineScenario({
  summary: 'a policy change judges the whole stored fleet anew while agents report',
  options: {
    devices: { default: OF_THE_TARGET, help: 'stored devices' },
    live: { default: 500, help: 'of them connected' },
    rate: { default: 200, help: 'their signed reports a second' },
    seconds: { default: 15, help: 'length of the load before' },
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
    const load = { mix: MIX, perSecond: rate };
    await fleet.load({ ...load, seconds: WARM_UP_S });
    const before = await fleet.load({ ...load, seconds });
    bench.progress(`acknowledged within ${before.took.p99.toFixed(1)} ms (p99), now the policy changes`);
    await applyStrict(simulation, devices);
    const began = performance.now();
    const loading = fleet.load({ ...load, seconds: LONGEST_S });
    const judged = await allJudged(simulation);
    const took = (performance.now() - began) / 1000;
    await fleet.endLoad();
    const meanwhile = await loading;
    return [
      toFigure('devices', judged, ''),
      toFigure('seconds', took, 's'),
      toFigure('devices_per_s', judged / took, '1/s'),
      toFigure('reassess_100k_s', (took * OF_THE_TARGET) / judged, 's'),
      toFigure('live_agents', live, ''),
      toFigure('live_reports_per_s', meanwhile.perSecond, '1/s'),
      toFigure('ack_p50_ms', meanwhile.took.p50, 'ms', before.took.p50),
      toFigure('ack_p99_ms', meanwhile.took.p99, 'ms', before.took.p99),
      toFigure('fleet_loop_late_p99_ms', Math.max(before.loopLateP99Ms, meanwhile.loopLateP99Ms), 'ms'),
    ];
  },
});

async function applyStrict({ collector }: Simulation, devices: number): Promise<void> {
  const source = policyText(loadPolicyFile(join(dirname(BASELINE), 'strict.yaml')));
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
