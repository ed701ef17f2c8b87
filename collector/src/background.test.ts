import { AssayError } from '@assay/shared';
import { beforeEach, expect, it, vi } from 'vitest';
import { type Background, createBackground } from './background.ts';
import { type Backlog, createBacklog } from './gateway/backlog.ts';

const MESSAGE = 100;
const devices = (count: number) => Array.from({ length: count }, (_, i) => `device ${i}`);
const never = { isStopped: () => false };
const turnsOfTheLoop = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
};

let live: Backlog;
let background: Background;
let begun: string[];
beforeEach(() => {
  live = createBacklog(10_000);
  background = createBackground(live);
  begun = [];
});
const begin = async (id: string) => void begun.push(id);

it('does each once, in order', async () => {
  const all = devices(100);
  expect(await background.each(all, begin, never)).toEqual([]);
  expect(begun).toEqual(all);
});

it('begins with nothing while a report is under way, and goes on once it is answered', async () => {
  const patient = createBackground(live, { patienceMs: 60_000, restMs: 0 });
  const arrivals = new Set(['device 9', 'device 30']);
  const passing = patient.each(
    devices(50),
    async (id) => {
      await begin(id);
      if (arrivals.has(id)) live.add(MESSAGE);
    },
    never,
  );
  for (const count of [10, 31]) {
    while (!live.isUnderWay) await turnsOfTheLoop(1);
    await turnsOfTheLoop(20);
    expect(begun).toHaveLength(count);
    live.done(MESSAGE);
  }
  await passing;
  expect(begun).toEqual(devices(50));
});

it('lets the event loop go round between two devices, so that what has arrived is read', async () => {
  const seen: number[] = [];
  const passing = background.each(devices(20), begin, never);
  while (begun.length < 20) {
    await turnsOfTheLoop(1);
    seen.push(begun.length);
  }
  await passing;
  expect(seen.every((count, i) => count - (seen[i - 1] ?? 0) <= 1)).toBe(true);
});

it('rests before each turn while agents report, and not where none has for a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    live.add(MESSAGE);
    live.done(MESSAGE);
    const passing = createBackground(live, { patienceMs: 60_000, restMs: 300 }).each(
      devices(10),
      begin,
      never,
    );
    const seen: number[] = [];
    for (let i = 0; i < 5; i++) {
      await turnsOfTheLoop(50);
      seen.push(begun.length);
      vi.advanceTimersByTime(300);
    }
    expect(seen).toEqual([0, 1, 2, 3, 10]);
    await passing;
  } finally {
    vi.useRealTimers();
  }
});

it('does what is urgent without a rest, also while something else rests', async () => {
  live.add(MESSAGE);
  live.done(MESSAGE);
  const resting = createBackground(live, { patienceMs: 60_000, restMs: 60_000 });
  let isOver = false;
  void resting.each(['later'], begin, { isStopped: () => isOver });
  await resting.each(devices(10), begin, { ...never, isUrgent: true });
  expect(begun).toEqual(devices(10));
  isOver = true;
});

it('goes on, if slowly, where live work never pauses', async () => {
  live.add(MESSAGE);
  await background.each(devices(10), begin, never);
  expect(begun).toHaveLength(10);
  expect(live.isUnderWay).toBe(true);
});

it('tells which failed, and goes on with the others', async () => {
  const poisoned = new Error('cannot judge it');
  const task = async (id: string) => {
    if (id === 'device 3') throw poisoned;
    await begin(id);
  };
  expect(await background.each(devices(10), task, never)).toEqual([poisoned]);
  expect(begun).toHaveLength(9);
});

it('ends with what is on its way when the store is down, or when it is stopped', async () => {
  const down = new AssayError('store_unavailable', 'the disk is full');
  let tried = 0;
  const fails = () => {
    tried++;
    return Promise.reject(down);
  };
  await expect(background.each(devices(1000), fails, never)).rejects.toBe(down);
  expect(tried).toBeLessThan(20);

  const isStopped = () => begun.length >= 5;
  await background.each(devices(1000), begin, { isStopped });
  expect(begun).toHaveLength(5);
});

it('two passes take their turns one after the other', async () => {
  const both = ['pass', 'time'].map((name) =>
    background.each(
      devices(20).map((id) => `${name} ${id}`),
      begin,
      never,
    ),
  );
  await Promise.all(both);
  const firstHalf = begun.slice(0, 20).filter((id) => id.startsWith('pass'));
  expect(firstHalf.length).toBeGreaterThan(5);
  expect(firstHalf.length).toBeLessThan(15);
});
