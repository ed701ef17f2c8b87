import { afterEach, expect, test, vi } from 'vitest';
import { collectorNow, setClock } from './clock.ts';

afterEach(() => {
  setClock(new Date().toUTCString());
  vi.useRealTimers();
});

test('the time is the collector’s, not the browser’s; a few seconds are no difference', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 26, 12, 0, 0, 900) });
  for (const [told, now] of [
    ['Thu, 26 Nov 2026 12:00:00 GMT', '2026-11-26T12:00:00.900Z'],
    ['Thu, 26 Nov 2026 13:00:00 GMT', '2026-11-26T13:00:00.000Z'],
    ['Thu, 26 Nov 2026 11:10:00 GMT', '2026-11-26T11:10:00.000Z'],
  ] as const) {
    setClock(told);
    expect(new Date(collectorNow()).toISOString()).toBe(now);
  }
  setClock(null);
  expect(new Date(collectorNow()).toISOString()).toBe('2026-11-26T11:10:00.000Z');
});
