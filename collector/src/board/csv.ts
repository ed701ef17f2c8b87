import type { CoverageDay } from './days.ts';

const HEAD = [
  ...['day', 'hours_looked', 'enrolled', 'reporting', 'judged', 'trusted', 'limited', 'untrusted'],
  ...['in_force', 'in_force_fresh', 'told', 'told_fresh'],
];
const OUTCOMES = ['pass', 'fail', 'unknown', 'exempt'] as const;

/**
 * Pure. The days as a table by RFC 4180, a line each; what nobody looked at is empty, never 0. Ids of checks have no
 * character that would have to be quoted.
 */
export function toCsv(days: readonly CoverageDay[]): string {
  const checks = [...new Set(days.flatMap(({ look }) => Object.keys(look?.checks ?? {})))].sort();
  const head = [...HEAD, ...checks.flatMap((check) => OUTCOMES.map((outcome) => `${check}:${outcome}`))];
  const lines = days.map((day) => [...figures(day), ...checks.flatMap((check) => outcomes(day, check))]);
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function figures({ at, hours, look, inForce, told }: CoverageDay): (string | number)[] {
  // The end of a day belongs to it.
  const day = new Date(at - 1).toISOString().slice(0, 10);
  const { enrolled = '', reporting = '', judged = '', tiers } = look ?? {};
  return [
    ...[day, hours, enrolled, reporting, judged],
    ...[tiers?.trusted ?? '', tiers?.limited ?? '', tiers?.untrusted ?? ''],
    ...[inForce.verdicts, inForce.fresh, told.verdicts, told.fresh],
  ];
}

const outcomes = ({ look }: CoverageDay, check: string): (string | number)[] =>
  OUTCOMES.map((outcome) => look?.checks[check]?.[outcome] ?? '');
