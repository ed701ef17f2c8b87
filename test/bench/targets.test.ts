import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type BenchRun, type Figure, machineFacts, toFigure } from './harness.ts';
import { byProcessor, standpoints, TARGETS } from './targets.ts';

const run = (startedAt: string, scenario: string, ...figures: Figure[]): BenchRun => ({
  startedAt,
  machine: machineFacts(),
  failed: [],
  results: [{ scenario, startedAt, machine: machineFacts(), figures }],
});
const find = (runs: BenchRun[], what: RegExp) =>
  standpoints(runs).find(({ target }) => what.test(target.what));

it('names scenarios that there are', () => {
  const files = readdirSync(new URL('./scenarios', import.meta.url));
  for (const { scenario } of TARGETS) expect(files).toContain(`${scenario}.ts`);
});

it.each([
  [4600, 'stretch'],
  [3600, 'met'],
  [3400, 'missed'],
])('%i reports a second: %s', (value, standing) => {
  const runs = [run('2026-01-01T00:00:00Z', 'ingest', toFigure('reports_per_s', value, '1/s'))];
  expect(find(runs, /^signed reports a second/)).toMatchObject({ measured: value, standing });
});

it('takes the ratio where the limit of the same run decides', () => {
  const figures = [toFigure('agents', 10_000, ''), toFigure('rss_per_agent_kb', 55, 'KB', 50)];
  const runs = [run('2026-01-01T00:00:00Z', 'connections', ...figures)];
  expect(find(runs, /^memory per live/)).toMatchObject({ measured: 1.1, standing: 'met' });
});

it('takes the newest run of a fleet of the right size', () => {
  const size = (agents: number, rss: number) => [
    toFigure('agents', agents, ''),
    toFigure('collector_rss_mb', rss, 'MB'),
  ];
  const runs = [
    run('2026-01-02T00:00:00Z', 'connections', ...size(10_000, 500)),
    run('2026-01-01T00:00:00Z', 'connections', ...size(10_000, 700)),
    run('2026-01-03T00:00:00Z', 'connections', ...size(50_000, 2000)),
  ];
  expect(find(runs, /RSS of the collector/)).toMatchObject({ measured: 500, standing: 'met' });
});

it('does not take for met what was not measured', () => {
  expect(standpoints([]).map(({ standing }) => standing)).toEqual(TARGETS.map(() => 'not measured'));
});

it('calls a wish that was not reached no success', () => {
  const figures = [toFigure('cpu_resumed', 1.2, 'ms', 1)];
  const runs = [run('2026-01-01T00:00:00Z', 'reconnect', ...figures)];
  expect(find(runs, /resumed TLS sessions/)).toMatchObject({ measured: 1.2, standing: 'wished' });
});

it('keeps runs on other processors apart, those with the most first', () => {
  const on = (cpu: string, startedAt: string) => ({
    ...run(startedAt, 'ingest', toFigure('reports_per_s', 4000, '1/s')),
    machine: { ...machineFacts(), cpu },
  });
  const runs = [
    on('AMD EPYC', '2026-01-03T00:00:00Z'),
    on('Intel(R) Xeon(R) Processor', '2026-01-04T00:00:00Z'),
    on('AMD EPYC', '2026-01-02T00:00:00Z'),
    on('AMD EPYC', '2026-01-01T12:00:00Z'),
    on('Intel(R) Xeon(R) Processor', '2026-01-01T00:00:00Z'),
  ];
  expect(byProcessor(runs).map(({ processor, runs: own }) => [processor, own.length])).toEqual([
    ['AMD EPYC', 3],
    ['Intel Xeon', 2],
  ]);
});
