import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchRun } from '../../test/bench/harness.ts';
import { formatNumber, toRun } from '../../test/bench/print.ts';
import {
  byProcessor,
  type ProcessorRuns,
  type Standpoint,
  standpoints,
  TARGETS,
  type Target,
} from '../../test/bench/targets.ts';

const RESULTS = join(import.meta.dirname, '../../test/bench/results');
const NOT_YET =
  'Not measured yet: `npm run bench -- all --json test/bench/results/<date>.json`, then `npm run docs`.';

/** The committed runs, the newest first. */
export const readResults = (): BenchRun[] =>
  readdirSync(RESULTS)
    .filter((name) => name.endsWith('.json'))
    .map((name) => toRun(JSON.parse(readFileSync(join(RESULTS, name), 'utf8'))))
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));

const limitOf = ({ bound, unit }: Target, limit: number | null) =>
  limit === null ? '' : `${bound === 'at most' ? '≤' : '≥'} ${withUnit(limit, unit)}`;
const withUnit = (value: number, unit: string) =>
  `${value >= 1000 ? Math.round(value).toLocaleString('en') : formatNumber(value)}${unit && ` ${unit}`}`;

const MARKS = { stretch: '✓ stretch', met: '✓', wished: '', missed: '✗', 'not measured': '' } as const;

const measuredOf = ({ target, measured }: Standpoint) =>
  measured === null ? '' : withUnit(Math.round(measured * 1e4) / 1e4, target.unit);

/** Each target with where each processor's runs stand, in the order of `processors`. */
const rowsOf = (processors: readonly ProcessorRuns[]): { target: Target; points: Standpoint[] }[] => {
  const columns = processors.map(({ runs }) => standpoints(runs));
  return TARGETS.map((target, row) => ({ target, points: columns.flatMap((points) => points[row] ?? []) }));
};

const toRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const ruleOf = (header: readonly string[]) => `|${'---|'.repeat(header.length)}`;

/** Every target, with what was measured on each processor and the limit of the same run. */
export function targetTable(runs: readonly BenchRun[]): string {
  if (runs.length === 0) return NOT_YET;
  const processors = byProcessor(runs);
  const header = [
    ...['figure', 'must', 'stretch'],
    ...processors.flatMap(({ processor }) => [processor, '', 'limit of the same run']),
    'where',
  ];
  const rows = rowsOf(processors).map(({ target, points }) => [
    ...[target.what, limitOf(target, target.must), limitOf(target, target.stretch)],
    ...points.flatMap((point) => [
      measuredOf(point),
      MARKS[point.standing],
      point.figure?.limit ? withUnit(point.figure.limit, point.figure.unit) : '',
    ]),
    `\`${target.scenario}\` \`${target.figure}\``,
  ]);
  return [toRow(header), ruleOf(header), ...rows.map(toRow), '', machines(processors)].join('\n');
}

/** The rows that people ask for first. */
export function headlineTable(runs: readonly BenchRun[]): string {
  if (runs.length === 0) return NOT_YET;
  const processors = byProcessor(runs);
  const header = ['figure', ...processors.map(({ processor }) => processor), 'target'];
  const rows = rowsOf(processors)
    .filter(({ target }) => target.headline)
    .map(({ target, points }) => [target.what, ...points.map(measuredOf), limitOf(target, target.must)]);
  return [toRow(header), ruleOf(header), ...rows.map(toRow), '', machines(processors)].join('\n');
}

/** All that the newest run of each scenario measured. */
export function figureTable(runs: readonly BenchRun[]): string {
  if (runs.length === 0) return NOT_YET;
  const results = runs.flatMap((run) => run.results);
  const newest = results.filter(
    (one, i) => results.findIndex(({ scenario }) => scenario === one.scenario) === i,
  );
  const rows = newest.flatMap(({ scenario, figures }) =>
    figures.map(({ name, value, unit, limit, ratio, spread }) => {
      const noise = spread === undefined ? '' : `±${Math.round(spread * 100)} %`;
      return `| ${scenario} | \`${name}\` | ${formatNumber(value)} | ${unit} | ${noise} | ${formatNumber(limit)} | ${formatNumber(ratio)} |`;
    }),
  );
  return [
    '| scenario | figure | value | unit | spread | limit | ratio |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Where and when; a machine whose load was high before a run measured something else as well. */
function machines(processors: readonly ProcessorRuns[]): string {
  const told = processors.map(({ processor, runs }) => {
    const days = [...new Set(runs.map(({ startedAt }) => startedAt.slice(0, 10)))].sort();
    const loads = runs.map(({ machine }) => machine.load).sort((a, b) => a - b);
    const collectors = new Set(runs.map(({ machine }) => machine.collector ?? 'source'));
    const { cores = 0, memory_mb = 0, kernel = '', node = '' } = runs[0]?.machine ?? {};
    return [
      `${processor}: ${cores} cores, ${Math.round(memory_mb / 1024)} GB`,
      ...[`Linux ${kernel.split('-')[0]}`, `Node ${node}`, days.join(' and ')],
      `collector from ${[...collectors].join(' and ')}`,
      `load before ${[...new Set([loads[0] ?? 0, loads.at(-1) ?? 0])].map(formatNumber).join(' to ')}`,
    ].join(', ');
  });
  return `Newest run of each on a processor. ${told.join('; ')}. The simulator ran on the same cores.`;
}
