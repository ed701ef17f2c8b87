import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchRun } from '../../test/bench/harness.ts';
import { formatNumber, toRun } from '../../test/bench/print.ts';
import { type Standpoint, standpoints, type Target } from '../../test/bench/targets.ts';

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
  measured === null ? 'not measured' : withUnit(Math.round(measured * 1e4) / 1e4, target.unit);

/** Every target, with what was measured and the limit of the same run. */
export function targetTable(runs: readonly BenchRun[]): string {
  if (runs.length === 0) return NOT_YET;
  const rows = standpoints(runs).map((point) => {
    const { target, figure, standing } = point;
    const limit = figure?.limit ? withUnit(figure.limit, figure.unit) : '';
    return `| ${target.what} | ${limitOf(target, target.must)} | ${limitOf(target, target.stretch)} | ${measuredOf(point)} | ${MARKS[standing]} | ${limit} | \`${target.scenario}\` \`${target.figure}\` |`;
  });
  return [
    '| figure | must | stretch | measured | | limit of the same run | where |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    machines(runs),
  ].join('\n');
}

/** The rows that people ask for first. */
export function headlineTable(runs: readonly BenchRun[]): string {
  if (runs.length === 0) return NOT_YET;
  const rows = standpoints(runs)
    .filter(({ target }) => target.headline)
    .map(
      (point) =>
        `| ${point.target.what} | ${measuredOf(point)} | ${limitOf(point.target, point.target.must)} |`,
    );
  return ['| figure | measured | target |', '|---|---|---|', ...rows, '', machines(runs)].join('\n');
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

/** Where and when; a machine whose load was high before the run measured something else as well. */
function machines(runs: readonly BenchRun[]): string {
  const loads = new Map<string, number[]>();
  for (const { startedAt, machine } of runs) {
    const { cpu, cores, memory_mb, kernel, node, collector = 'source', load } = machine;
    const gb = Math.round(memory_mb / 1024);
    const where = `${startedAt.slice(0, 10)}: ${cores} cores (${cpu}), ${gb} GB, Linux ${kernel.split('-')[0]}, Node ${node}, collector from ${collector}`;
    loads.set(where, [...(loads.get(where) ?? []), load]);
  }
  const told = [...loads].map(([where, of]) => `${where}, load before ${of.map(formatNumber).join(', ')}`);
  return `Measured ${told.join('; ')}. The simulator ran on the same cores.`;
}
