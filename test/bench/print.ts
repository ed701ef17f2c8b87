import type { BenchResult, Figure } from './harness.ts';

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
  const { cpu, cores, memory_mb, kernel, node, openssl, load } = machine;
  const rows = figures.map(({ name, value, unit, limit, ratio }) => [
    name,
    formatNumber(value),
    unit,
    formatNumber(limit),
    formatNumber(ratio),
  ]);
  return `${scenario}: ${cpu}, ${cores} cores, ${memory_mb} MB, kernel ${kernel}, Node ${node}, OpenSSL ${openssl}, load ${formatNumber(load)}

${columns([['figure', 'value', 'unit', 'limit', 'ratio'], ...rows])}
`;
}

/** Two runs side by side; figures that only one of them has stay empty on the other's side. */
export function formatComparison(a: BenchResult, b: BenchResult): string {
  const names = [...new Set([...a.figures, ...b.figures].map(({ name }) => name))];
  const find = ({ figures }: BenchResult, name: string): Figure | undefined =>
    figures.find((figure) => figure.name === name);
  const rows = names.map((name) => {
    const [one, other] = [find(a, name), find(b, name)];
    const change = one && other && one.value !== 0 ? `${formatChange(other.value / one.value - 1)}` : '';
    return [
      name,
      formatNumber(one?.value),
      formatNumber(other?.value),
      (one ?? other)?.unit ?? '',
      change,
      formatNumber(one?.ratio),
      formatNumber(other?.ratio),
    ];
  });
  const head = ['figure', 'a', 'b', 'unit', 'b to a', 'ratio a', 'ratio b'];
  return `${a.scenario}, ${a.startedAt} (a) and ${b.startedAt} (b)\n\n${columns([head, ...rows])}\n`;
}

const formatChange = (change: number): string => `${change >= 0 ? '+' : ''}${Math.round(change * 100)} %`;
