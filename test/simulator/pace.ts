import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS } from '@assay/shared';
import type { SimulatedAgent } from './agent.ts';

/** When which agent sends. */
export interface Pace {
  onAck(agent: SimulatedAgent): void;
  /** `endsAt` may come nearer while it runs; `performance.now()`. */
  run(endsAt: () => number): Promise<void>;
}

type Send = (agent: SimulatedAgent, dueAt: number) => void;

/** A little below what a session may send for ever. */
const LEAST_GAP_MS = 1000 / (LIMITS.maxMessagesPerSecond - 0.2);
const TICK_MS = 2;

/**
 * One agent after the other at fixed times, whatever became of the messages before. The times lie on a grid of a tick: a timer
 * keeps none between, and what a message waits for it is not the collector's. A fleet that comes too late to a tick
 * was late with what was due.
 */
export const openLoop = (agents: readonly SimulatedAgent[], perSecond: number, send: Send): Pace => ({
  onAck() {},
  async run(endsAt) {
    const startedAt = performance.now();
    let next = 0;
    for (let dueAt = startedAt; dueAt < endsAt(); await pause(1)) {
      for (const now = performance.now(); dueAt <= now && dueAt < endsAt(); dueAt += TICK_MS) {
        for (; startedAt + (next * 1000) / perSecond <= dueAt; next += 1) {
          const agent = agents[next % agents.length];
          if (agent) send(agent, dueAt);
        }
      }
    }
  },
});

/**
 * Each agent sends again as soon as it was answered, and no faster than the protocol allows.
 * @param each how many it sends at most; the pace ends when all have
 */
export function closedLoop(agents: readonly SimulatedAgent[], each: number, send: Send): Pace {
  const answered = new Map<SimulatedAgent, number>();
  /** Who was answered too soon to send again, about in the order in which they may. */
  const resting: SimulatedAgent[] = [];
  let isOver = () => false;
  const isDone = (agent: SimulatedAgent) => !agent.isOpen || (answered.get(agent) ?? 0) >= each;
  const mayAgain = (agent: SimulatedAgent, now: number) => now - agent.lastSentAt >= LEAST_GAP_MS;

  return {
    onAck(agent) {
      answered.set(agent, (answered.get(agent) ?? 0) + 1);
      const now = performance.now();
      if (isOver() || isDone(agent)) return;
      if (mayAgain(agent, now)) send(agent, now);
      else resting.push(agent);
    },
    async run(endsAt) {
      isOver = () => performance.now() >= endsAt();
      for (const agent of agents) send(agent, performance.now());
      while (!isOver() && (each === Number.POSITIVE_INFINITY || !agents.every(isDone))) {
        const now = performance.now();
        const stillResting = resting.findIndex((agent) => !mayAgain(agent, now));
        const ready = resting.splice(0, stillResting < 0 ? resting.length : stillResting);
        for (const agent of ready) send(agent, now);
        await pause(TICK_MS);
      }
    },
  };
}
