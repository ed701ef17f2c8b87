import { AssayError, type Clock } from '@assay/shared';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackground } from './background.ts';
import type { Fleet } from './fleet.ts';
import { createReassessor, type Reassessor } from './reassess.ts';

// The clock and the timers are injected; the devices are only names, for what is judged of them is tested elsewhere.
const clock: Clock = { now: () => Date.now() };
let due: string[];
let judged: string[];
let fails: (id: string) => Error | null;
let errors: unknown[];
let ahead: string[];
let lookedAhead: number[];
let reassessor: Reassessor;

beforeEach(() => {
  vi.useFakeTimers();
  due = [];
  judged = [];
  errors = [];
  ahead = [];
  lookedAhead = [];
  fails = () => null;
  const fleet: Pick<Fleet, 'with'> = {
    async with(id, task) {
      const error = fails(id);
      if (error) throw error;
      judged.push(id);
      due = due.filter((other) => other !== id);
      return task(null);
    },
  };
  const store = {
    devicesDue: async ({ limit }: { limit: number }) => due.slice(0, limit),
    postponeLook: async () => {},
    async devicesJudgedAfter({ at }: { at: number }) {
      lookedAhead.push(at);
      return ahead;
    },
  };
  const background = createBackground();
  const judge = () => Promise.reject(new Error('there is no device to judge'));
  reassessor = createReassessor(fleet as Fleet, store, { clock, judge, background, onMoved() {} }, (error) =>
    errors.push(error),
  );
  reassessor.start();
});
afterEach(async () => {
  const stopped = reassessor.stop();
  await vi.runAllTimersAsync();
  await stopped;
  vi.useRealTimers();
});

it('looks at everything that is due, however much it is', async () => {
  due = Array.from({ length: 1000 }, (_, i) => `device ${i}`);
  await vi.advanceTimersByTimeAsync(5000);
  expect(judged).toHaveLength(1000);
  expect(reassessor.behindMs()).toBe(0);
});

it('a device that cannot be judged holds nobody up, and is not forgotten', async () => {
  due = ['poisoned', ...Array.from({ length: 300 }, (_, i) => `device ${i}`)];
  fails = (id) => (id === 'poisoned' ? new Error('cannot judge it') : null);
  await vi.advanceTimersByTimeAsync(5500);
  expect(judged).toHaveLength(300);
  expect(errors.length).toBeGreaterThanOrEqual(5);
  expect(reassessor.behindMs()).toBeGreaterThanOrEqual(5000);
  fails = () => null;
  await vi.advanceTimersByTimeAsync(1000);
  expect(judged).toContain('poisoned');
  expect(reassessor.behindMs()).toBeLessThan(1000);
});

it('without a store it gives up the look instead of failing for each device', async () => {
  due = Array.from({ length: 500 }, (_, i) => `device ${i}`);
  fails = () => new AssayError('store_unavailable', 'the disk is full');
  await vi.advanceTimersByTimeAsync(2500);
  expect(errors).toHaveLength(2);
  expect(reassessor.behindMs()).toBe(2500);
});

it('looks for verdicts of a time to come at its start, and when the clock was set back, and else never', async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lookedAhead).toHaveLength(1);
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lookedAhead).toHaveLength(1);
  ahead = ['judged in the future'];
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lookedAhead).toHaveLength(2);
  expect(judged).toEqual(['judged in the future']);
  expect(reassessor.behindMs()).toBe(0);
});

it('a clock that is corrected by a little is no step', async () => {
  await vi.advanceTimersByTimeAsync(2000);
  vi.setSystemTime(Date.now() - 2000);
  await vi.advanceTimersByTimeAsync(5000);
  expect(lookedAhead).toHaveLength(1);
});
