import { setTimeout as sleep } from 'node:timers/promises';
import type { FleetProcess } from '../fleet-process.ts';
import { MISBEHAVIOURS, type Misbehaviour } from '../misbehaviours.ts';
import {
  allWell,
  connectAll,
  expectation,
  loadFigures,
  type SimulatorScenario,
  shareOf,
} from '../scenario.ts';

const SHARE = 0.05;
const OTHERS_PER_S = 1 / 10;
const PAUSE_MS = 500;
const LAST_REFUSAL_MS = 20_000;

/** What each of them must be refused with at least once. Too large a frame is closed without a word. */
const CODES = ['frame_malformed', 'frame_not_binary', 'signature_invalid', 'rate_exceeded'];

/** Some enrolled devices are in the wrong hands and try one thing after the other, and come back each time. */
export const scenario: SimulatorScenario = {
  summary: 'some agents send garbage, forgeries and floods, and nobody else suffers',
  async run(stage) {
    const { fleet, agents, seconds, during } = stage;
    const hostile = shareOf(agents, SHARE);
    const attackers = await stage.others();
    await connectAll(stage, { from: hostile });
    await attackers.connect({ to: hostile, report: true, comesBack: true });
    const attacking = attack(attackers, hostile, seconds);
    const perSecond = (agents - hostile) * OTHERS_PER_S;
    const honest = fleet.load({ from: hostile, mix: { report: 9, change: 1 }, perSecond, seconds });
    const load = await during(`${hostile} of ${agents} agents attack`, seconds, honest);
    await attacking;
    const refused = await refusals(attackers);
    return {
      figures: { hostile, ...prefixed(refused), ...loadFigures(load) },
      expectations: [
        ...(await allWell(fleet, load, 'the others')),
        ...CODES.map((code) => expectation(`attacks are refused with ${code}`, (refused[code] ?? 0) > 0)),
      ],
    };
  },
};

async function attack(attackers: FleetProcess, hostile: number, seconds: number): Promise<void> {
  const ways = Object.keys(MISBEHAVIOURS) as Misbehaviour[];
  const until = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < until || i < ways.length; i += 1) {
    await attackers.waitOpen({ to: hostile, count: 1, timeoutMs: 60_000 });
    await attackers.misbehave({ to: hostile, how: ways[i % ways.length] as Misbehaviour });
    await sleep(PAUSE_MS);
  }
}

/** By code, once all were heard: the last of them are still on their way when the attack ends. */
async function refusals(attackers: FleetProcess): Promise<Record<string, number>> {
  for (const until = performance.now() + LAST_REFUSAL_MS; ; await sleep(100)) {
    const { refused } = await attackers.status();
    if (CODES.every((code) => refused[code]) || performance.now() > until) return refused;
  }
}

const prefixed = (refused: Record<string, number>) =>
  Object.fromEntries(Object.entries(refused).map(([code, count]) => [`refused_${code}`, count]));
