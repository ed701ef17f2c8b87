import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Readings } from './health.ts';
import { createHealthWatch } from './health-watch.ts';

const calm = { waitingMs: 0, failing: null };

it('says since when a problem is there, and logs its beginning and its end once each', () => {
  const lines: { msg: string; code: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  let now = 5000;
  let assessingBehindMs = 31_000;
  const read = (): Readings => ({
    store: { writer: calm, reader: calm },
    assessingBehindMs,
    loopLateMs: 0,
    targets: [],
    silentAgents: 0,
    hangingProbes: 0,
    breakGlass: null,
    canary: null,
  });
  const watch = createHealthWatch(read, { now: () => now }, log);
  watch.look();
  now = 9000;
  assessingBehindMs = 35_000;
  expect(watch.current()).toMatchObject({
    status: 'degraded',
    problems: [{ code: 'assessing_behind', since: 5000, text: expect.stringContaining('35 s') }],
  });
  assessingBehindMs = 0;
  expect(watch.current()).toEqual({ status: 'ready', problems: [] });
  expect(lines.map(({ msg, code }) => `${code}: ${msg}`)).toEqual([
    'assessing_behind: health problem',
    'assessing_behind: health problem is over',
  ]);
});
