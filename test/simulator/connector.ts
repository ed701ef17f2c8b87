import { setTimeout as pause } from 'node:timers/promises';
import type { Door } from '../helpers/raw-connection.ts';
import type { AgentWatcher, Ending, SimulatedAgent } from './agent.ts';
import type { Range } from './load.ts';
import { createTally, type Quantiles } from './tally.ts';

export interface ConnectSpec extends Range {
  /**
   * Each reports as soon as it is welcomed, as agents do, or says that its last report still stands; it is connected when
   * that is acknowledged.
   */
  report?: boolean;
  /** Each reports in full, as agents do that were started anew. */
  anew?: boolean;
  /** From the first attempt on, each within this time: 0 is all at once. */
  spreadMs?: number;
  /** Another boot than its own: a clone. */
  bootId?: string;
  resume?: boolean;
  bare?: boolean;
  /** Comes back by itself when the connection is lost, as agents do, until it is let go. */
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

/** Brings agents to the collector and back to it, as patiently as real ones. */
export interface Connector extends AgentWatcher {
  connect(agents: readonly SimulatedAgent[], spec: ConnectSpec): Promise<ConnectResult>;
  /** From now on it stays away when its connection ends. */
  letGo(agent: SimulatedAgent): void;
  /** Whether it shall have a session. */
  wants(agent: SimulatedAgent): boolean;
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

/** What is wished of an agent: a session, and perhaps a report. */
interface Wish {
  spec: ConnectSpec;
  isConnected: boolean;
  failures: number;
  timer: NodeJS.Timeout | null;
  onConnected(): void;
}

/** @param random in [0, 1) */
export function createConnector(door: Door, random: () => number): Connector {
  const wishes = new Map<SimulatedAgent, Wish>();
  const inLine: SimulatedAgent[] = [];
  let inFlight = 0;
  let attempts = 0;

  function attempt(agent: SimulatedAgent): void {
    const wish = wishes.get(agent);
    if (!wish) return;
    if (inFlight >= IN_FLIGHT) {
      inLine.push(agent);
      return;
    }
    inFlight += 1;
    attempts += 1;
    const { resume = false, bare = false, bootId } = wish.spec;
    const from = placed(door, agent.device.index);
    agent.connect({ door: from, resume, bare, ...(bootId && { bootId }) });
  }

  function arrived(): void {
    inFlight -= 1;
    while (inFlight < IN_FLIGHT && inLine.length > 0) attempt(inLine.shift() as SimulatedAgent);
  }

  /** Welcomed, and nothing from the time offline is left to hand in. */
  function begin(agent: SimulatedAgent): void {
    const wish = wishes.get(agent);
    if (!wish || wish.isConnected) return;
    if (!wish.spec.report) settle(agent, wish);
    else if (wish.spec.anew || agent.hasNews) agent.report();
    else agent.unchanged();
  }

  function settle(agent: SimulatedAgent, wish: Wish): void {
    wish.isConnected = true;
    if (!wish.spec.comesBack) wishes.delete(agent);
    wish.onConnected();
  }

  function later(agent: SimulatedAgent, wish: Wish, ms: number): void {
    wish.timer = setTimeout(() => attempt(agent), ms);
  }

  return {
    onWelcome(agent) {
      arrived();
      const wish = wishes.get(agent);
      if (wish) wish.failures = 0;
      if (agent.journalled === 0) begin(agent);
    },
    onAck(agent, _ms, kind) {
      const wish = wishes.get(agent);
      if (!wish || wish.isConnected) return;
      if (kind === 'history' && agent.journalled === 0) begin(agent);
      else if (kind !== 'history') settle(agent, wish);
    },
    // As agents do: full jitter, never sooner than the collector wants it (agent/src/agent.ts).
    onEnd(agent, { wasOpen, retryAfterS }: Ending) {
      if (!wasOpen) arrived();
      const wish = wishes.get(agent);
      if (!wish) return;
      const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** wish.failures);
      wish.failures += 1;
      later(agent, wish, Math.max(retryAfterS * 1000, random() * ceiling));
    },
    wants: (agent) => wishes.has(agent),
    letGo(agent) {
      const timer = wishes.get(agent)?.timer;
      if (timer) clearTimeout(timer);
      wishes.delete(agent);
    },
    async connect(agents, spec) {
      const { spreadMs = 0, timeoutMs = 300_000 } = spec;
      const startedAt = performance.now();
      const before = attempts;
      const waited = createTally();
      const { promise, resolve } = Promise.withResolvers<void>();
      let left = agents.length;
      if (left === 0) resolve();
      for (const agent of agents) {
        const startMs = spreadMs * random();
        const onConnected = () => {
          waited.add(performance.now() - startedAt - startMs);
          left -= 1;
          if (left === 0) resolve();
        };
        const wish: Wish = { spec, isConnected: false, failures: 0, timer: null, onConnected };
        wishes.set(agent, wish);
        later(agent, wish, startMs);
      }
      const giveUp = new AbortController();
      await Promise.race([promise, pause(timeoutMs, undefined, { signal: giveUp.signal }).catch(() => {})]);
      giveUp.abort();
      return {
        connected: agents.length - left,
        attempts: attempts - before,
        seconds: (performance.now() - startedAt) / 1000,
        waited: waited.quantiles(),
        resumed: agents.filter(({ isResumed }) => isResumed).length,
      };
    },
  };
}
