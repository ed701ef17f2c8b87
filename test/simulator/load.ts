import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS, monotonicMs } from '@assay/shared';
import type { AgentWatcher, SimulatedAgent } from './agent.ts';
import { closedLoop, openLoop } from './pace.ts';
import type { Ailment } from './posture/ailments.ts';
import { createTally, type Quantiles } from './tally.ts';

/** Which agents, by index: `from` to `to`, without `to`; all unless said otherwise. */
export interface Range {
  from?: number;
  to?: number;
}

/** What agents send, by weight: a report that differs in its times only, one with a change, or "nothing changed". */
export interface Mix {
  report?: number;
  change?: number;
  unchanged?: number;
}

export interface LoadSpec extends Range {
  seconds: number;
  mix: Mix;
  /**
   * Messages a second of the whole fleet, sent when they are due whatever became of those before (open loop; times count
   * from then on). Missing: each agent sends again as soon as it was answered, as fast as the protocol allows.
   */
  perSecond?: number;
  /** What a change is: toggles one of these, in turn. */
  changes?: Ailment[];
  /** In a closed loop: how many each agent sends at most; the load ends when they are answered. */
  each?: number;
  /** Only laptops whose tier hangs on their endpoint protection alone: each change of it is one of the verdict. */
  onlyWell?: boolean;
  /** Tells of each change whose it was and when it was due. */
  tellChanges?: boolean;
  /** Tells how long each acknowledgement took. */
  tellTimes?: boolean;
}

export interface LoadResult {
  seconds: number;
  sent: number;
  /** All that was answered, also after the time. */
  acknowledged: number;
  /** Answers within the time. */
  perSecond: number;
  took: Quantiles;
  /** Sessions that ended meanwhile. */
  ended: number;
  /** Due, and not sent: the agent had no session, or as much unanswered as the protocol permits. */
  heldBack: number;
  /** By the machine's monotonic clock, ms (`monotonicMs`). */
  changes: { deviceId: string; at: number }[];
  /** One for each acknowledgement, ms, in the order in which they came; empty unless they were asked for. */
  times: number[];
  /** CPU of the fleet's own process, s. */
  cpuS: number;
  /** How late the fleet's own event loop was: a part of what it measured. */
  loopLateP99Ms: number;
}

/** An answer that takes longer is none. */
const PATIENCE_MS = 20_000;
/** Things that come and go in a day, and one by which the tier goes. */
const USUAL_CHANGES: Ailment[] = ['updates_waiting', 'restart_pending', 'screen_shared', 'edr_stopped'];

/** A load under way: what its agents tell goes here. */
export interface RunningLoad extends Pick<AgentWatcher, 'onAck' | 'onEnd'> {
  end(): void;
}

/** Makes a part of the fleet send. The caller adds what the process used. */
export async function runLoad(
  spec: LoadSpec,
  agents: readonly SimulatedAgent[],
  random: () => number,
  listen: (running: RunningLoad) => void,
): Promise<Omit<LoadResult, 'cpuS' | 'loopLateP99Ms'>> {
  const took = createTally();
  const times: number[] = [];
  const sender = createSender(spec, random);
  const { perSecond, each = Number.POSITIVE_INFINITY } = spec;
  const pace = perSecond ? openLoop(agents, perSecond, sender.send) : closedLoop(agents, each, sender.send);
  const chosen = new Set(agents);
  const startedAt = performance.now();
  let endsAt = startedAt + spec.seconds * 1000;
  let ended = 0;
  let inTime = 0;
  listen({
    onAck(agent, ms) {
      if (!chosen.has(agent)) return;
      took.add(ms);
      if (spec.tellTimes) times.push(ms);
      if (performance.now() <= endsAt) inTime += 1;
      pace.onAck(agent);
    },
    onEnd(agent, { wasOpen }) {
      if (wasOpen && chosen.has(agent)) ended += 1;
    },
    end() {
      endsAt = Math.min(endsAt, performance.now());
    },
  });
  await pace.run(() => endsAt);
  const seconds = (performance.now() - startedAt) / 1000;
  await answered(agents);
  forgetSigned(agents);
  const quantiles = took.quantiles();
  return {
    seconds,
    acknowledged: quantiles.count,
    perSecond: inTime / seconds,
    took: quantiles,
    times,
    ended,
    ...sender.told(),
  };
}

/** Until everybody is answered, or won't be any more. */
async function answered(agents: readonly SimulatedAgent[]): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (agents.some(({ isOpen, unanswered }) => isOpen && unanswered > 0) && performance.now() < until) {
    await pause(5);
  }
}

/**
 * Has the reports of a load signed that comes next, changes and all: the fleet's part in that is then sending alone, and
 * its mix `{ report: 1 }`.
 */
export function signAhead(
  { mix, changes = USUAL_CHANGES, ...load }: Pick<LoadSpec, 'mix' | 'changes' | 'seconds' | 'perSecond'>,
  agents: readonly SimulatedAgent[],
  random: () => number,
): void {
  const pick = picker(mix, random);
  const toggle = toggler(changes);
  const each = Math.ceil(expectedEach(load, agents.length));
  for (const agent of agents) agent.signAhead(each, () => void (pick() === 'change' && toggle(agent)));
}

/** What was signed and not sent is much, and would burden what is measured next. */
function forgetSigned(agents: readonly SimulatedAgent[]): void {
  const forgotten = agents.reduce((sum, agent) => sum + agent.forgetSigned(), 0);
  if (forgotten > 0) globalThis.gc?.();
}

/** Something breaks or is mended, one after the other. */
function toggler(changes: readonly Ailment[]): (agent: SimulatedAgent) => void {
  let changed = 0;
  return (agent) => agent.toggle(changes[changed++ % changes.length] as Ailment);
}

/** Decides what an agent sends when it is its turn. */
function createSender(spec: LoadSpec, random: () => number) {
  const pick = picker(spec.mix, random);
  const toggle = toggler(spec.changes ?? USUAL_CHANGES);
  const told: LoadResult['changes'] = [];
  let sent = 0;
  let heldBack = 0;

  function change(agent: SimulatedAgent, dueAt: number): void {
    toggle(agent);
    if (spec.tellChanges)
      told.push({ deviceId: agent.device.id, at: monotonicMs() - (performance.now() - dueAt) });
  }

  return {
    send(agent: SimulatedAgent, dueAt: number): void {
      if (!agent.isOpen || agent.unanswered >= LIMITS.maxUnackedReports) {
        heldBack += 1;
        return;
      }
      const kind = pick();
      if (kind === 'change') change(agent, dueAt);
      if (kind === 'unchanged' && agent.lastReport) agent.unchanged(dueAt);
      else agent.report(dueAt);
      sent += 1;
    },
    told: () => ({ sent, heldBack, changes: told }),
  };
}

function expectedEach(
  { seconds, perSecond }: Pick<LoadSpec, 'seconds' | 'perSecond'>,
  agents: number,
): number {
  const most = seconds * LIMITS.maxMessagesPerSecond + 1;
  return perSecond ? Math.min(most, (seconds * perSecond) / agents + 1) : most;
}

function picker({ report = 0, change = 0, unchanged = 0 }: Mix, random: () => number) {
  const total = report + change + unchanged;
  return (): keyof Mix => {
    const at = random() * total;
    return at < report ? 'report' : at < report + change ? 'change' : 'unchanged';
  };
}
