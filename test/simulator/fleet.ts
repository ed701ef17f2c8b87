import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../faults/random.ts';
import type { Door } from '../helpers/raw-connection.ts';
import { type AgentWatcher, createSimulatedAgent, type Ending, type SimulatedAgent } from './agent.ts';
import { simulateDevice } from './device.ts';
import { type LoadResult, type LoadSpec, type Range, type RunningLoad, runLoad } from './load.ts';
import { MISBEHAVIOURS, type Misbehaviour } from './misbehaviours.ts';
import { REQUIRED } from './posture/ailments.ts';
import { createTally, type Quantiles } from './tally.ts';

export interface FleetOptions {
  seed: number;
  agents: number;
  door: Door;
}

export interface ConnectSpec extends Range {
  /** Each reports once as soon as it is welcomed, as agents do; it is connected when that is acknowledged. */
  report?: boolean;
  /** From the first attempt on, each within this time: 0 is all at once. */
  spreadMs?: number;
  /** Another boot than its own: a clone. */
  bootId?: string;
  resume?: boolean;
  bare?: boolean;
  /** Comes back by itself when the connection is lost, as agents do, until `leave`. */
  comesBack?: boolean;
  /** Gives up after this. */
  timeoutMs?: number;
}

export interface ConnectResult {
  connected: number;
  /** Connections that were tried for it. */
  attempts: number;
  seconds: number;
  /** From an agent's first attempt until it was connected, ms. */
  waited: Quantiles;
  resumed: number;
}

/** What happened since the fleet began. */
export interface FleetStatus {
  open: number;
  acknowledged: number;
  refused: Record<string, number>;
  /** Refusals that said how long to stay away. */
  withRetryHint: number;
  /** Sessions that ended although nobody here ended them. */
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
  /** Ends the load before its time. */
  endLoad(): void;
  status(): FleetStatus;
  /** How many of a range have a session; resolves when that many have, or after the time. */
  waitOpen(spec: Range & { count: number; timeoutMs: number }): Promise<number>;
  /** Those without a session make reports, each with a change, and keep them for later. */
  journal(spec: Range & { each: number }): void;
  /** One message of each that no honest agent would send. */
  misbehave(spec: Range & { how: Misbehaviour }): void;
  setReading(spec: Range & { reads: boolean }): void;
  /** Vanish without a word. */
  drop(range: Range): void;
  /** Close, and don't come back. */
  leave(range: Range): Promise<void>;
}

/** Handshakes that one thread can have on their way before it is itself what they wait for. */
const IN_FLIGHT = 1000;
const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 60_000;
/** Agents of one fleet sit in many places: this many behind one address. */
const PER_ADDRESS = 250;

const placed = (door: Door, index: number): Door => ({
  ...door,
  localAddress: `127.0.${1 + Math.floor(index / PER_ADDRESS)}.1`,
});

/** Whether nothing but its endpoint protection decides on its tier. */
const isWell = ({ ailments }: SimulatedAgent): boolean =>
  [...ailments].every((ailment) => ailment === 'edr_stopped' || !REQUIRED.has(ailment));

/** By the built-in policy, and only where the collector has said something of the posture of now. */
function isMisjudged({ verdict, ailments }: SimulatedAgent): boolean {
  if (!verdict?.isOfNow) return false;
  return (verdict.tier === 'untrusted') !== [...ailments].some((ailment) => REQUIRED.has(ailment));
}

interface Member {
  agent: SimulatedAgent;
  /** Set while it shall have a session. */
  wish: (ConnectSpec & { since: number; onConnected(): void }) | null;
  failures: number;
  timer: NodeJS.Timeout | null;
}

export function createFleet({ seed, agents, door }: FleetOptions): Fleet {
  const random = createRandom(seed);
  const refused: Record<string, number> = {};
  const members = new Map<SimulatedAgent, Member>();
  const waitingForSlot: Member[] = [];
  let inFlight = 0;
  let attempts = 0;
  let acknowledged = 0;
  let withRetryHint = 0;
  let lost = 0;
  let lostReports = 0;
  let load: RunningLoad | null = null;

  const watcher: AgentWatcher = {
    onWelcome(agent, stored) {
      const member = memberOf(agent);
      if (stored < agent.acknowledged) lostReports += 1;
      member.failures = 0;
      freeSlot();
      // What was made while offline goes first.
      if (agent.journalled === 0) begin(member);
    },
    onAck(agent, ms, kind) {
      acknowledged += 1;
      const member = memberOf(agent);
      if (kind === 'history' && agent.journalled === 0) begin(member);
      else if (kind === 'report' && member.wish?.report) settle(member);
      load?.onAck(agent, ms, kind);
    },
    onEnd(agent, ending) {
      const member = memberOf(agent);
      if (!ending.wasOpen) freeSlot();
      else if (member.wish) lost += 1;
      if (ending.refusal) {
        refused[ending.refusal] = (refused[ending.refusal] ?? 0) + 1;
        if (ending.retryAfterS > 0) withRetryHint += 1;
      }
      load?.onEnd(agent, ending);
      if (member.wish) comeBack(member, ending);
    },
  };

  const all = Array.from({ length: agents }, (_, index) => {
    const agent = createSimulatedAgent(simulateDevice(seed, index), seed, watcher);
    members.set(agent, { agent, wish: null, failures: 0, timer: null });
    return agent;
  });
  const memberOf = (agent: SimulatedAgent): Member => members.get(agent) as Member;
  const range = ({ from = 0, to = agents }: Range) => all.slice(from, to).map(memberOf);

  function begin(member: Member): void {
    if (member.wish?.report) member.agent.report();
    else settle(member);
  }

  function settle(member: Member): void {
    const { wish } = member;
    if (!wish) return;
    member.wish = wish.comesBack ? { ...wish, report: false } : null;
    wish.onConnected();
  }

  function freeSlot(): void {
    inFlight -= 1;
    while (inFlight < IN_FLIGHT && waitingForSlot.length > 0) attempt(waitingForSlot.shift() as Member);
  }

  function attempt(member: Member): void {
    if (!member.wish) return;
    if (inFlight >= IN_FLIGHT) {
      waitingForSlot.push(member);
      return;
    }
    inFlight += 1;
    attempts += 1;
    const { resume = false, bare = false, bootId } = member.wish;
    const from = placed(door, member.agent.device.index);
    member.agent.connect({ door: from, resume, bare, ...(bootId && { bootId }) });
  }

  // As agents do: full jitter, never sooner than the collector wants it (agent/src/agent.ts).
  function comeBack(member: Member, { retryAfterS }: Ending): void {
    const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** member.failures);
    member.failures += 1;
    later(member, Math.max(retryAfterS * 1000, random() * ceiling));
  }

  function later(member: Member, ms: number): void {
    member.timer = setTimeout(() => attempt(member), ms);
  }

  async function connect(spec: ConnectSpec): Promise<ConnectResult> {
    const { spreadMs = 0, timeoutMs = 300_000 } = spec;
    const chosen = range(spec).filter(({ agent }) => !agent.isOpen);
    const startedAt = performance.now();
    const before = attempts;
    const waited = createTally();
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = chosen.length;
    if (left === 0) resolve();
    for (const member of chosen) {
      const startMs = spreadMs * random();
      const since = startedAt + startMs;
      member.wish = {
        ...spec,
        since,
        onConnected() {
          waited.add(performance.now() - since);
          left -= 1;
          if (left === 0) resolve();
        },
      };
      later(member, startMs);
    }
    await Promise.race([promise, pause(timeoutMs, undefined, { ref: false })]);
    return {
      connected: chosen.length - left,
      attempts: attempts - before,
      seconds: (performance.now() - startedAt) / 1000,
      waited: waited.quantiles(),
      resumed: chosen.filter(({ agent }) => agent.isResumed).length,
    };
  }

  return {
    connect,
    async load(spec) {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const cpu = process.cpuUsage();
      const chosen = range(spec)
        .map(({ agent }) => agent)
        .filter((agent) => agent.isOpen && (!spec.onlyWell || isWell(agent)));
      try {
        const result = await runLoad(spec, chosen, createRandom(seed), (running) => (load = running));
        const { user, system } = process.cpuUsage(cpu);
        return { ...result, cpuS: (user + system) / 1e6, loopLateP99Ms: delay.percentile(99) / 1e6 - 5 };
      } finally {
        load = null;
        delay.disable();
      }
    },
    endLoad() {
      load?.end();
    },
    status() {
      const { user, system } = process.cpuUsage();
      return {
        open: all.filter(({ isOpen }) => isOpen).length,
        acknowledged,
        refused: { ...refused },
        withRetryHint,
        lost,
        lostReports,
        journalled: all.reduce((sum, agent) => sum + agent.journalled, 0),
        misjudged: all.filter(isMisjudged).length,
        cpuS: (user + system) / 1e6,
        rssMb: process.memoryUsage.rss() / 2 ** 20,
      };
    },
    async waitOpen({ count, timeoutMs, ...which }) {
      const until = performance.now() + timeoutMs;
      const open = () => range(which).filter(({ agent }) => agent.isOpen).length;
      while (open() < count && performance.now() < until) await pause(50);
      return open();
    },
    journal({ each, ...which }) {
      for (const { agent } of range(which)) {
        for (let i = 0; i < each && !agent.isOpen; i += 1) {
          agent.toggle('updates_waiting');
          agent.report();
        }
      }
    },
    misbehave({ how, ...which }) {
      for (const { agent } of range(which)) if (agent.isOpen) MISBEHAVIOURS[how](agent, random);
    },
    setReading({ reads, ...which }) {
      for (const { agent } of range(which)) agent.setReading(reads);
    },
    drop(which) {
      for (const { agent } of range(which)) agent.drop();
    },
    async leave(which) {
      const leaving = range(which);
      for (const member of leaving) {
        member.wish = null;
        if (member.timer) clearTimeout(member.timer);
        member.agent.close();
      }
      const until = performance.now() + 10_000;
      while (leaving.some(({ agent }) => agent.isOpen) && performance.now() < until) await pause(20);
      for (const { agent } of leaving) agent.drop();
    },
  };
}
