import type { Coverage } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { toCsv } from '../board/csv.ts';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, urlOption } from './options.ts';

const parseDays = (text: string): number => {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 400)
    throw new InvalidArgumentError('expected 1 to 400 days');
  return days;
};

/** `assay-collector coverage`: what a security team shows its board. */
export const coverageCommand = () =>
  new Command('coverage')
    .description('who reports, who stands where, how fast things are mended, over time')
    .addOption(new Option('--days <days>', 'how far back').argParser(parseDays).default(30))
    .addOption(new Option('--csv', 'print a line for each day, for a spreadsheet').conflicts('json'))
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const coverage = await createApiClient(options).call<Coverage>('GET', `/coverage?days=${options.days}`);
      if (options.json) process.stdout.write(`${JSON.stringify(coverage)}\n`);
      else process.stdout.write(options.csv ? toCsv(coverage.days) : inWords(coverage));
    });

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.floor((part / whole) * 1000) / 10} %`;

function inWords({ now, days, mending }: Coverage): string {
  const { enrolled, reporting, judged, fresh } = now;
  const lines = [
    `${enrolled} devices; ${share(reporting, enrolled)} reported in the last 24 hours; ${share(fresh, judged)} of the verdicts rest on fresh evidence`,
    '',
    row(['day', 'hours', 'reporting', 'trusted', 'limited', 'untrusted', 'fresh', 'told', 'told fresh']),
    ...days.map(({ at, hours, look, inForce, told }) =>
      row([
        new Date(at - 1).toISOString().slice(0, 10),
        String(hours),
        ...(look
          ? [
              share(look.reporting, look.enrolled),
              look.tiers.trusted,
              look.tiers.limited,
              look.tiers.untrusted,
            ]
          : ['off', '–', '–', '–']
        ).map(String),
        share(inForce.fresh, inForce.verdicts),
        String(told.verdicts),
        share(told.fresh, told.verdicts),
      ]),
    ),
    '',
    ...Object.entries(now.checks).map(
      ([check, { pass, fail, unknown, exempt }]) =>
        `${check}: ${share(pass, pass + fail + unknown + exempt)} pass, ${fail} fail, ${unknown} unknown, ${exempt} exempt`,
    ),
    '',
    ...Object.entries(now.agents).map(
      ([version, devices]) => `agent ${version}: ${devices} devices, ${share(devices, enrolled)}`,
    ),
    '',
    ...mending.map(({ check, mended, meanMs, open }) =>
      meanMs === null
        ? `${check}: nothing mended, ${open} open`
        : `${check}: ${mended} mended after ${Math.round(meanMs / 360_000) / 10} h on average, ${open} open`,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const WIDTHS = [12, 6, 11, 9, 9, 11, 9, 7, 12];

const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join('');
