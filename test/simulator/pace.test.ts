import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SimulatedAgent } from './agent.ts';
import { openLoop } from './pace.ts';

const { pause } = vi.hoisted(() => ({ pause: vi.fn() }));
vi.mock('node:timers/promises', () => ({ setTimeout: pause }));

let now: number;

beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  pause.mockReset().mockImplementation(async (ms: number) => {
    now += ms;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const agents = Array.from({ length: 3 }, (_, index) => ({ device: { index } }) as SimulatedAgent);

/** What 100 ms of an open loop send: whose it is, when that was due, ms from the start, and how much later it went. */
async function play(perSecond: number) {
  const sent: { agent: number; dueAt: number; lateMs: number }[] = [];
  const startedAt = now;
  const send = ({ device }: SimulatedAgent, dueAt: number) => {
    sent.push({ agent: device.index, dueAt: dueAt - startedAt, lateMs: now - dueAt });
  };
  await openLoop(agents, perSecond, send).run(() => startedAt + 100);
  return sent;
}

it('sends what was asked for, one agent after the other, when it is due', async () => {
  const sent = await play(250);
  expect(sent.map(({ dueAt }) => dueAt)).toEqual(Array.from({ length: 25 }, (_, i) => 4 * i));
  expect(sent.map(({ agent }) => agent)).toEqual(sent.map((_, i) => i % 3));
  expect(new Set(sent.map(({ lateMs }) => lateMs))).toEqual(new Set([0]));
});

it('sends nothing before its time, and what lies between two ticks with the second', async () => {
  const sent = await play(333);
  expect(sent).toHaveLength(33);
  for (const [index, { dueAt, lateMs }] of sent.entries()) {
    expect(dueAt - (index * 1000) / 333).toBeGreaterThanOrEqual(0);
    expect(dueAt - (index * 1000) / 333).toBeLessThan(2);
    expect(lateMs).toBe(0);
  }
});

it('a fleet that was kept from sending was late with what was due meanwhile, and makes up for it', async () => {
  pause.mockImplementationOnce(async () => {
    now += 21;
  });
  const sent = await play(250);
  expect(sent).toHaveLength(25);
  expect(sent.map(({ lateMs }) => lateMs).slice(0, 7)).toEqual([0, 17, 13, 9, 5, 1, 0]);
});
