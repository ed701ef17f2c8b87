import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../faults/random.ts';
import type { Door } from '../helpers/raw-connection.ts';
import { type AgentWatcher, createSimulatedAgent, type SimulatedAgent } from './agent.ts';
import { type ConnectResult, type ConnectSpec, createConnector } from './connector.ts';
import { simulateDevice } from './device.ts';
import { type LoadResult, type LoadSpec, type Range, type RunningLoad, runLoad, signAhead } from './load.ts';
import { MISBEHAVIOURS, type Misbehaviour } from './misbehaviours.ts';
import { REQUIRED } from './posture/ailments.ts';

export interface FleetOptions {
  seed: number;
  agents: number;
  /** The first of them that is in this process; missing: 0, and all are. */
  first?: number;
  door: Door;
}

/** What happened since the fleet began. */
export interface FleetStatus {
  open: number;
  acknowledged: number;
  refused: Record<string, number>;
  /** Refusals that said how long to stay away. */
  withRetryHint: number;
  /** Sessions that ended although they should have stayed. */
  lost: number;
  /** Agents that were welcomed by a collector that had forgotten a report which it had acknowledged. */
  lostReports: number;
  /** Reports made while offline and not handed in yet. */
  journalled: number;
  /** Agents whose newest verdict does not fit what is out of order on their laptop. */
  misjudged: number;
  /** CPU of the fleet's own process, s. */
  cpuS: number;
  rssMb: number;
}

/** Thousands of agents in one process. All of it can be called from another process: plain data in and out. */
export interface Fleet {
  connect(spec: ConnectSpec): Promise<ConnectResult>;
  /** Lets the connected agents send. Ends when all is answered, or can't be any more. */
  load(spec: LoadSpec): Promise<LoadResult>;
  /** Has reports signed for the load that comes next. */
  signAhead(spec: Pick<LoadSpec, 'mix' | 'seconds' | 'perSecond'>): void;
  /** Ends the load before its time. */
  endLoad(): void;
  status(): FleetStatus;
  /** How many of a range have a session; resolves when that many have, or after the time. */
  waitOpen(spec: Range & { count: number; timeoutMs: number }): Promise<number>;
  /** Those without a session make reports, each with a change, and keep them for later. */
  journal(spec: Range & { each: number }): void;
  /** Each with a session sends what no honest agent would. */
  misbehave(spec: Range & { how: Misbehaviour }): void;
  setReading(spec: Range & { reads: boolean }): void;
  /** Vanish without a word. */
  drop(range: Range): void;
  /** Close, and don't come back. */
  leave(range: Range): Promise<void>;
}

const LOOP_RESOLUTION_MS = 5;
const LEAVE_WITHIN_MS = 10_000;

export function createFleet({ seed, agents, first = 0, door }: FleetOptions): Fleet {
  const random = createRandom(seed);
  const connector = createConnector(door, random);
  const refused: Record<string, number> = {};
  const count = { acknowledged: 0, withRetryHint: 0, lost: 0, lostReports: 0 };
  let running: RunningLoad | null = null;

  const watcher: AgentWatcher = {
    onWelcome(agent, stored) {
      if (stored < agent.acknowledged) count.lostReports += 1;
      connector.onWelcome(agent, stored);
    },
    onAck(agent, ms, kind) {
      count.acknowledged += 1;
      connector.onAck(agent, ms, kind);
      running?.onAck(agent, ms, kind);
    },
    onEnd(agent, ending) {
      const { refusal, retryAfterS, wasOpen } = ending;
      if (wasOpen && connector.wants(agent)) count.lost += 1;
      if (refusal) refused[refusal] = (refused[refusal] ?? 0) + 1;
      if (refusal && retryAfterS > 0) count.withRetryHint += 1;
      running?.onEnd(agent, ending);
      connector.onEnd(agent, ending);
    },
  };
  const all = Array.from({ length: agents - first }, (_, i) =>
    createSimulatedAgent(simulateDevice(seed, first + i), seed, watcher),
  );
  const range = ({ from = first, to = agents }: Range) =>
    all.slice(Math.max(0, from - first), Math.max(0, to - first));

  return {
    connect: (spec) =>
      connector.connect(
        range(spec).filter(({ isOpen }) => !isOpen),
        spec,
      ),
    async load(spec) {
      const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
      delay.enable();
      const before = process.cpuUsage();
      const chosen = range(spec).filter((agent) => agent.isOpen && (!spec.onlyWell || isWell(agent)));
      try {
        const result = await runLoad(spec, chosen, createRandom(seed), (load) => (running = load));
        const loopLateP99Ms = delay.percentile(99) / 1e6 - LOOP_RESOLUTION_MS;
        return { ...result, cpuS: cpuSince(before), loopLateP99Ms };
      } finally {
        running = null;
        delay.disable();
      }
    },
    signAhead: (spec) =>
      signAhead(
        spec,
        all.filter(({ isOpen }) => isOpen),
        createRandom(seed),
      ),
    endLoad: () => running?.end(),
    status: () => ({
      open: all.filter(({ isOpen }) => isOpen).length,
      refused: { ...refused },
      ...count,
      journalled: all.reduce((sum, { journalled }) => sum + journalled, 0),
      misjudged: all.filter(isMisjudged).length,
      cpuS: cpuSince(),
      rssMb: process.memoryUsage.rss() / 2 ** 20,
    }),
    async waitOpen({ count: wanted, timeoutMs, ...which }) {
      const until = performance.now() + timeoutMs;
      const open = () => range(which).filter(({ isOpen }) => isOpen).length;
      while (open() < wanted && performance.now() < until) await pause(50);
      return open();
    },
    journal({ each, ...which }) {
      for (const agent of range(which)) {
        for (let i = 0; i < each && !agent.isOpen; i += 1) {
          agent.toggle('updates_waiting');
          agent.report();
        }
      }
    },
    misbehave({ how, ...which }) {
      for (const agent of range(which)) if (agent.isOpen) MISBEHAVIOURS[how](agent, random);
    },
    setReading({ reads, ...which }) {
      for (const agent of range(which)) agent.setReading(reads);
    },
    drop(which) {
      for (const agent of range(which)) agent.drop();
    },
    async leave(which) {
      const leaving = range(which);
      for (const agent of leaving) {
        connector.letGo(agent);
        agent.close();
      }
      const until = performance.now() + LEAVE_WITHIN_MS;
      while (leaving.some(({ isOpen }) => isOpen) && performance.now() < until) await pause(20);
      for (const agent of leaving) agent.drop();
    },
  };
}

function cpuSince(before?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Whether nothing but its endpoint protection decides on its tier. */
const isWell = ({ ailments }: SimulatedAgent): boolean =>
  [...ailments].every((ailment) => ailment === 'edr_stopped' || !REQUIRED.has(ailment));

/** By the built-in policy, and only where the collector has said something of the posture of now. */
function isMisjudged({ verdict, ailments }: SimulatedAgent): boolean {
  if (!verdict?.isOfNow) return false;
  return (verdict.tier === 'untrusted') !== [...ailments].some((ailment) => REQUIRED.has(ailment));
}
