import { assess } from '../../../collector/src/assess/assess.ts';
import {
  assertSameOutcomes,
  type ReportedDevice,
  rememberedDevices,
  reportedDevices,
  thirtyChecks,
} from '../assess/devices.ts';
import { judgeByHand } from '../assess/thirty-functions.ts';
import { defineScenario, roundsFigure, toFigure } from '../harness.ts';

const SAMPLE_MS = 300;
const WARM_UP = 3;

/**
 * One thread judges reports of many different laptops by thirty checks, with all that an assessment says: outcomes,
 * words for people, contributions, excuses, times; nothing of it known beforehand, or one signal or none changed since the
 * report before. The limit is the same thirty checks written by hand, outcomes and
 * share of the weights only, measured in turn with it.
 */
export const scenario = defineScenario({
  summary: 'CPU of judging a report by thirty checks, beside the same checks written by hand',
  options: {
    devices: { default: 1000, help: 'different laptops' },
    rounds: { default: 15, help: 'rounds of each side, in turn' },
  },
  quick: { rounds: 5 },
  async run({ devices: count, rounds }, { progress }) {
    const policy = thirtyChecks();
    const devices = reportedDevices(policy, count);
    assertSameOutcomes(policy, devices);
    const unchanged = rememberedDevices(policy, devices, []);
    const changed = rememberedDevices(policy, devices, ['updates']);
    const judge = ({ signals, context }: ReportedDevice) => assess(policy, signals, context).score;
    const first = devices.map((device) => ({ ...device, context: { ...device.context, previous: null } }));
    const byHand = ({ signals, platform, context }: ReportedDevice) =>
      judgeByHand({ signals, platform, osEol: context.osEol, now: context.now }).score;
    const sides = {
      assess: () => cpuUs(devices, judge),
      first: () => cpuUs(first, judge),
      changed: () => cpuUs(changed, judge),
      unchanged: () => cpuUs(unchanged, judge),
      byHand: () => cpuUs(devices, byHand),
    };
    const took = { assess: [], first: [], changed: [], unchanged: [], byHand: [] } as Record<
      keyof typeof sides,
      number[]
    >;
    for (let round = -WARM_UP; round < rounds; round += 1) {
      for (const side of Object.keys(sides) as (keyof typeof sides)[]) {
        const us = sides[side]();
        if (round >= 0) took[side].push(us);
      }
    }
    progress(`${rounds} rounds of ${SAMPLE_MS} ms each`);
    return [
      toFigure('checks', policy.checks.length, ''),
      roundsFigure('assess_us', took.assess, 'µs', took.byHand),
      roundsFigure('assess_first_us', took.first, 'µs', took.byHand),
      roundsFigure('assess_one_changed_us', took.changed, 'µs', took.byHand),
      roundsFigure('assess_unchanged_us', took.unchanged, 'µs', took.byHand),
    ];
  },
});

/** CPU of one, µs. What is computed is looked at, so that none of it can be left out. */
function cpuUs(devices: readonly ReportedDevice[], judge: (device: ReportedDevice) => number): number {
  const until = performance.now() + SAMPLE_MS;
  const before = process.cpuUsage();
  let [count, sum] = [0, 0];
  while (performance.now() < until) {
    for (const device of devices) sum += judge(device);
    count += devices.length;
  }
  const { user, system } = process.cpuUsage(before);
  if (!(sum > 0)) throw new Error('nothing was judged');
  return (user + system) / count;
}
