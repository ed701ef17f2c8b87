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

/** What each side gets of a round, and how long it runs before it is the next one's turn. */
const SAMPLE_MS = 200;
const TURN_MS = 10;
const WARM_UP = 4;
/** So few that all they say stays in the processor's cache, as a report does that was decoded a moment ago. */
const FEW = 50;

interface Side {
  devices: readonly ReportedDevice[];
  judge(device: ReportedDevice): number;
}

/**
 * One thread judges reports of many different laptops by thirty checks, with all that an assessment says: outcomes,
 * words for people, contributions, excuses, times; nothing of it known beforehand, or one signal or none changed since the
 * report before. The limit is the same thirty checks written by hand, outcomes and share of the weights only, of the
 * same reports, measured in turn with it. Most of what it takes by hand is waiting for memory: of a few laptops, which
 * stay in the cache, both are measured as well.
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
    const few = devices.slice(0, FEW);
    const judge = ({ signals, context }: ReportedDevice) => assess(policy, signals, context).score;
    const byHand = ({ signals, platform, context }: ReportedDevice) =>
      judgeByHand({ signals, platform, osEol: context.osEol, now: context.now }).score;
    const took = measure(
      {
        assess: { devices, judge },
        first: { devices: devices.map(unknown), judge },
        changed: { devices: rememberedDevices(policy, devices, ['updates']), judge },
        unchanged: { devices: rememberedDevices(policy, devices, []), judge },
        byHand: { devices, judge: byHand },
        few: { devices: few.map(unknown), judge },
        fewByHand: { devices: few, judge: byHand },
      },
      rounds,
    );
    progress(`${rounds} rounds of ${SAMPLE_MS} ms each`);
    return [
      toFigure('checks', policy.checks.length, ''),
      roundsFigure('assess_us', took.assess, 'µs', took.byHand),
      roundsFigure('assess_first_us', took.first, 'µs', took.byHand),
      roundsFigure('assess_one_changed_us', took.changed, 'µs', took.byHand),
      roundsFigure('assess_unchanged_us', took.unchanged, 'µs', took.byHand),
      roundsFigure('assess_first_cached_us', took.few, 'µs', took.fewByHand),
    ];
  },
});

/** As it is when it reports for the first time. */
const unknown = (device: ReportedDevice): ReportedDevice => ({
  ...device,
  context: { ...device.context, previous: null },
});

/** CPU of one judgement of each side, µs, round by round; what else the machine does meets all sides alike. */
function measure<Name extends string>(sides: Record<Name, Side>, rounds: number): Record<Name, number[]> {
  const names = Object.keys(sides) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const spent = names.map(() => ({ us: 0, count: 0 }));
    for (let turn = 0; turn < SAMPLE_MS / TURN_MS; turn += 1)
      for (const [i, name] of names.entries()) addTurn(spent[i] as Spent, sides[name]);
    if (round >= 0) for (const [i, { us, count }] of spent.entries()) took[names[i] as Name].push(us / count);
  }
  return took;
}

interface Spent {
  us: number;
  count: number;
}

/** What is computed is looked at, so that none of it can be left out. */
function addTurn(spent: Spent, { devices, judge }: Side): void {
  const until = performance.now() + TURN_MS;
  const before = process.cpuUsage();
  let sum = 0;
  do {
    for (const device of devices) sum += judge(device);
    spent.count += devices.length;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(before);
  spent.us += user + system;
  if (!(sum > 0)) throw new Error('nothing was judged');
}
