import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLoopWatch, type LoopWatch, PULSE_MS } from './loop-watch.ts';

let now: number;
let loop: LoopWatch;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = 0;
  loop = createLoopWatch(() => now);
});
afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

/** A pulse that comes so much too late. */
function pulse(lateMs = 0): void {
  now += PULSE_MS + lateMs;
  vi.advanceTimersByTime(PULSE_MS);
}

function calm(seconds: number): void {
  for (let ms = 0; ms < seconds * 1000; ms += PULSE_MS) pulse();
}

it('says with each pulse how late the event loop came to it', () => {
  const told: number[] = [];
  loop.onPulse((lateMs) => told.push(lateMs));
  pulse();
  pulse(40);
  // A timer that comes early is in time.
  pulse(-3);
  expect(told).toEqual([0, 40, 0]);
});

it('knows the longest delay of the last minute, from when it was seen until it is a minute old', () => {
  expect(loop.longestMs()).toBe(0);
  pulse(40);
  expect(loop.longestMs()).toBe(40);
  calm(30);
  pulse(20);
  expect(loop.longestMs()).toBe(40);
  calm(28);
  expect(loop.longestMs()).toBe(40);
  calm(2);
  expect(loop.longestMs()).toBe(20);
  calm(60);
  expect(loop.longestMs()).toBe(0);
});

it('is silent once it is stopped', () => {
  const told: number[] = [];
  loop.onPulse((lateMs) => told.push(lateMs));
  loop.stop();
  pulse(40);
  expect(told).toEqual([]);
});
