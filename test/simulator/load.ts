import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS, monotonicMs } from '@assay/shared';
import type { AgentWatcher, SimulatedAgent } from './agent.ts';
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
  /** Reports are signed before, so that what the fleet costs meanwhile is sending alone. */
  signedAhead?: boolean;
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
  /** CPU of the fleet's own process, s. */
  cpuS: number;
  /** How late the fleet's own event loop was: a part of what it measured. */
  loopLateP99Ms: number;
}

/** A little below what a session may send for ever. */
const LEAST_GAP_MS = 1000 / (LIMITS.maxMessagesPerSecond - 0.2);
const TICK_MS = 2;
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
  const { seconds, perSecond, changes = USUAL_CHANGES } = spec;
  const took = createTally();
  const pick = picker(spec.mix, random);
  let sent = 0;
  let heldBack = 0;
  let ended = 0;
  let inTime = 0;
  let changed = 0;
  const told: LoadResult['changes'] = [];
  const quota = new Map<SimulatedAgent, number>();
  const toggle = (agent: SimulatedAgent) => agent.toggle(changes[changed++ % changes.length] as Ailment);
  if (spec.signedAhead) {
    const each = Math.ceil(expectedEach(spec, agents.length));
    for (const agent of agents) agent.signAhead(each, () => void (pick() === 'change' && toggle(agent)));
  }

  const startedAt = performance.now();
  let endsAt = startedAt + seconds * 1000;

  function sendOne(agent: SimulatedAgent, dueAt: number): void {
    if (!agent.isOpen || agent.unanswered >= LIMITS.maxUnackedReports) {
      heldBack += 1;
      return;
    }
    // What was signed in advance has its changes in it.
    const kind = spec.signedAhead ? 'report' : pick();
    if (kind === 'change') change(agent, dueAt);
    if (kind === 'unchanged' && agent.lastReport) agent.unchanged(dueAt);
    else agent.report(dueAt);
    sent += 1;
  }

  function change(agent: SimulatedAgent, dueAt: number): void {
    toggle(agent);
    if (spec.tellChanges)
      told.push({ deviceId: agent.device.id, at: monotonicMs() - (performance.now() - dueAt) });
  }

  /** Whether it is this agent's turn once more. */
  function mayGoOn(agent: SimulatedAgent): boolean {
    if (spec.each === undefined) return true;
    const done = (quota.get(agent) ?? 0) + 1;
    quota.set(agent, done);
    return done < spec.each;
  }

  const pace = perSecond ? openLoop(perSecond) : closedLoop();
  listen({
    onAck(agent, ms) {
      took.add(ms);
      if (performance.now() <= endsAt) inTime += 1;
      pace.onAck(agent);
    },
    onEnd() {
      ended += 1;
    },
    end() {
      endsAt = Math.min(endsAt, performance.now());
    },
  });
  await pace.run();
  const ranS = (endsAt - startedAt) / 1000;
  const until = performance.now() + PATIENCE_MS;
  while (agents.some(({ isOpen, unanswered }) => isOpen && unanswered > 0) && performance.now() < until) {
    await pause(5);
  }
  const quantiles = took.quantiles();
  return {
    seconds: ranS,
    sent,
    acknowledged: quantiles.count,
    perSecond: inTime / ranS,
    took: quantiles,
    ended,
    heldBack,
    changes: told,
  };

  function openLoop(rate: number) {
    return {
      onAck() {},
      async run() {
        let next = 0;
        for (let now = startedAt; now < endsAt; now = performance.now()) {
          for (; startedAt + (next * 1000) / rate <= now; next += 1) {
            const agent = agents[next % agents.length];
            if (agent) sendOne(agent, startedAt + (next * 1000) / rate);
          }
          await pause(TICK_MS);
        }
      },
    };
  }

  function closedLoop() {
    // Sorted by itself: each waits equally long from a time that only grows.
    let resting: SimulatedAgent[] = [];
    return {
      onAck(agent: SimulatedAgent) {
        const now = performance.now();
        if (now >= endsAt || !mayGoOn(agent)) return;
        if (now - agent.lastSentAt >= LEAST_GAP_MS) sendOne(agent, now);
        else resting.push(agent);
      },
      async run() {
        for (const agent of agents) sendOne(agent, performance.now());
        for (let now = startedAt; now < endsAt; now = performance.now()) {
          const ready = resting.filter(({ lastSentAt }) => now - lastSentAt >= LEAST_GAP_MS);
          resting = resting.filter(({ lastSentAt }) => now - lastSentAt < LEAST_GAP_MS);
          for (const agent of ready) sendOne(agent, now);
          await pause(TICK_MS);
          if (spec.each !== undefined && agents.every((agent) => (quota.get(agent) ?? 0) >= (spec.each ?? 0)))
            endsAt = now;
        }
      },
    };
  }
}

function expectedEach({ seconds, perSecond }: LoadSpec, agents: number): number {
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
