import type { BenchResult, BenchRun, Figure } from './harness.ts';

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const pad = (cell: string, i: number) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd()).join('\n');
};

/** Three digits that count, and no more. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value));
  return value.toPrecision(3);
}

/** The table for people. */
export function formatResult({ scenario, machine, figures }: BenchResult): string {
  const { cpu, cores, memory_mb, kernel, node, openssl, collector = 'source', load } = machine;
  const fleet = machine.fleet_on_own_processor === false ? ', fleets on any processor' : '';
  const rows = figures.map(({ name, value, unit, limit, ratio, spread }) => [
    name,
    formatNumber(value),
    spread === undefined ? '' : `±${Math.round(spread * 100)} %`,
    unit,
    formatNumber(limit),
    formatNumber(ratio),
  ]);
  return `${scenario}: ${cpu}, ${cores} cores, ${memory_mb} MB, kernel ${kernel}, Node ${node}, OpenSSL ${openssl}, collector from ${collector}${fleet}, load ${formatNumber(load)}

${columns([['figure', 'value', 'spread', 'unit', 'limit', 'ratio'], ...rows])}
`;
}

/** A single result is a run of one scenario. */
export const toRun = (read: BenchRun | BenchResult): BenchRun =>
  'results' in read
    ? read
    : { startedAt: read.startedAt, machine: read.machine, results: [read], failed: [] };

/** Two runs side by side, scenario by scenario; what only one of them has stays empty on the other's side. */
export function formatComparison(a: BenchRun, b: BenchRun): string {
  const names = [...new Set([...a.results, ...b.results].map(({ scenario }) => scenario))];
  const tables = names.map((name) => {
    const [one, other] = [a, b].map(
      ({ results }) => results.find(({ scenario }) => scenario === name)?.figures ?? [],
    );
    return `${name}\n\n${compareFigures(one ?? [], other ?? [])}\n`;
  });
  return `${a.startedAt} (a) and ${b.startedAt} (b); "~": within what rounds of one run differ by\n\n${tables.join('\n')}`;
}

function compareFigures(a: readonly Figure[], b: readonly Figure[]): string {
  const names = [...new Set([...a, ...b].map(({ name }) => name))];
  const rows = names.map((name) => {
    const [one, other] = [a, b].map((figures) => figures.find((figure) => figure.name === name));
    return [
      name,
      formatNumber(one?.value),
      formatNumber(other?.value),
      (one ?? other)?.unit ?? '',
      one && other ? formatChange(one, other) : '',
      formatNoise(one, other),
      formatNumber(one?.ratio),
      formatNumber(other?.ratio),
    ];
  });
  return columns([['figure', 'a', 'b', 'unit', 'b to a', 'noise', 'ratio a', 'ratio b'], ...rows]);
}

/** Both runs' spreads together; figures of one round have none. */
const noiseOf = (a: Figure | undefined, b: Figure | undefined): number | null =>
  a?.spread === undefined || b?.spread === undefined ? null : a.spread + b.spread;

function formatNoise(a: Figure | undefined, b: Figure | undefined): string {
  const noise = noiseOf(a, b);
  return noise === null ? '' : `±${Math.round(noise * 100)} %`;
}

function formatChange(a: Figure, b: Figure): string {
  if (a.value === 0) return '';
  const change = b.value / a.value - 1;
  const noise = noiseOf(a, b);
  const isNoise = noise !== null && Math.abs(change) <= noise;
  return `${isNoise ? '~ ' : ''}${change >= 0 ? '+' : ''}${Math.round(change * 100)} %`;
}
