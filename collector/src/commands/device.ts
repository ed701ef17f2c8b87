import { describeExcuse } from '@assay/shared';
import type { DeviceDetail, DeviceList } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { restrictionOf } from '../enrollment/standing.ts';
import { createApiClient } from './api-client.ts';
import { lifecycleCommands } from './device-lifecycle.ts';
import { dataDirOption, jsonOption, urlOption } from './options.ts';

/** `assay-collector device`: devices and why they stand where they stand. */
export const deviceCommand = () =>
  [listCommand(), whyCommand(), ...lifecycleCommands()].reduce(
    (command, sub) => command.addCommand(sub as Command),
    new Command('device').description('devices') as Command,
  );

const listCommand = () =>
  new Command('list')
    .description('show devices')
    .option('--search <text>', 'part of host, owner or serial', '')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const client = createApiClient(options);
      const devices: DeviceList['devices'] = [];
      let page: DeviceList | undefined;
      // Whoever reads it may narrow the search; a program wants all.
      do {
        const cursor = page?.next ? { cursor: page.next } : {};
        const query = new URLSearchParams({ search: options.search, limit: '200', ...cursor });
        page = await client.call<DeviceList>('GET', `/devices?${query}`);
        devices.push(...page.devices);
      } while (options.json && page.next !== null);
      const { total } = page;
      const lines = devices.map(
        ({ id, hostname, owner, score, tier, state, conflicts }) =>
          `${id}  ${tier ?? 'unjudged'} ${score ?? '-'}  ${hostname}  ${owner ?? ''}${marks(state, conflicts.length)}`,
      );
      const more = total > devices.length ? `\n… ${total - devices.length} more: narrow the search` : '';
      process.stdout.write(
        options.json ? `${JSON.stringify(devices)}\n` : `${lines.join('\n') || 'no devices'}${more}\n`,
      );
    });

const whyCommand = () =>
  new Command('why')
    .description('why a device stands where it stands')
    .argument('<id>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (id, options) => {
      const detail = await createApiClient(options).call<DeviceDetail>(
        'GET',
        `/devices/${encodeURIComponent(id)}`,
      );
      process.stdout.write(options.json ? `${JSON.stringify(detail)}\n` : `${format(detail)}\n`);
    });

const marks = (state: string, conflicts: number): string =>
  `${state === 'active' ? '' : `  [${state}]`}${conflicts > 0 ? `  [${conflicts} in conflict]` : ''}`;

function format({ device, assessment, cause, targets }: DeviceDetail): string {
  const name = device.hostname || device.id;
  const restriction = restrictionOf(device);
  const standing = [
    ...(restriction ? [restriction.explain] : []),
    ...device.conflicts.map(({ detail }) => `In conflict: ${detail}`),
  ];
  if (!assessment) return [`${name}: no report yet`, ...standing].join('\n');
  const since = new Date(assessment.tierSince).toLocaleString();
  const points = assessment.checks.map(({ title, outcome, points, worth, excuse, explain }) => {
    const excused = excuse ? `, ${describeExcuse(excuse)}` : '';
    const found = explain ? ` (${explain})` : '';
    return `  ${String(points).padStart(3)} of ${String(worth).padStart(2)}  ${title}: ${outcome}${excused}${found}`;
  });
  const cap = assessment.cap
    ? [`  ${String(assessment.cap.points).padStart(3)}        capped by ${assessment.cap.check}`]
    : [];
  const told = targets.map(
    ({ name, delivery }) =>
      `  ${name}: ${delivery ? `${delivery.event} ${delivery.state} ${delivery.answer ?? ''}` : 'nothing yet'}`,
  );
  return [
    `${name} is ${assessment.tier} since ${since}, score ${assessment.score}`,
    ...(cause ? [cause.text] : []),
    ...standing,
    ...points,
    ...cap,
    `  ${String(assessment.score).padStart(3)}        score`,
    ...(told.length > 0 ? ['Told:', ...told] : []),
  ].join('\n');
}
