import type { ExemptionList, ExemptionView, NewExemption } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { formatDebt, formatExemption } from './exemption-words.ts';
import { dataDirOption, jsonOption, parseDuration, urlOption } from './options.ts';

/** `assay-collector exemption`: one check excused for one device or group, for a reason, until a date. */
export const exemptionCommand = () =>
  new Command('exemption')
    .description('excuse a device or a group from a check, until a date')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(approveCommand())
    .addCommand(renewCommand())
    .addCommand(endCommand());

const reasonOption = () =>
  new Option('--reason <text>', 'why, for those who look later').makeOptionMandatory();
const forOption = () =>
  new Option('--for <duration>', 'how long from now, as in 8h or 7d').argParser(parseDuration);
const untilOption = () =>
  new Option('--until <time>', 'or until when, as in 2026-12-24 or 2026-12-24T18:00Z')
    .argParser(parseTime)
    .conflicts('for');
const path = (id: string, verb: string) => `/exemptions/${encodeURIComponent(id)}/${verb}`;

const addCommand = () =>
  new Command('add')
    .description('grant one; where the policy asks for a second person it waits for them')
    .argument('<check>', "the check's id in the policy")
    .addOption(new Option('--device <id>', 'for one device'))
    .addOption(new Option('--group <name>', 'or for all devices of a group').conflicts('device'))
    .addOption(reasonOption())
    .addOption(forOption())
    .addOption(untilOption())
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (check, options, command) => {
      const { device, group, reason, json } = options;
      if (!device && !group) command.error('error: say for whom: --device or --group');
      const until = endOf(options, command);
      const request: NewExemption = {
        check,
        reason,
        until,
        ...(device ? { device } : { group: group ?? '' }),
      };
      say(await createApiClient(options).call<ExemptionView>('POST', '/exemptions', request), json);
    });

const listCommand = () =>
  new Command('list')
    .description('show those that are open, and the debt that they are')
    .addOption(new Option('--past', 'those that are over instead'))
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const client = createApiClient(options);
      const state = options.past ? 'past' : 'open';
      const exemptions: ExemptionView[] = [];
      let page: ExemptionList | undefined;
      do {
        const cursor = page?.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
        page = await client.call<ExemptionList>('GET', `/exemptions?state=${state}&limit=200${cursor}`);
        exemptions.push(...page.exemptions);
      } while (page.next !== null);
      const { debt } = page;
      const lines = exemptions.map((exemption) => formatExemption(exemption, Date.now()));
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ exemptions, debt }, null, 2)}\n`
          : `${lines.join('\n') || `no ${state} exemptions`}\n${formatDebt(debt, Date.now())}\n`,
      );
    });

const approveCommand = () =>
  new Command('approve')
    .description('approve, as a second person, what somebody else asked for')
    .argument('<id>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (id, options) =>
      say(await createApiClient(options).call<ExemptionView>('POST', path(id, 'approve')), options.json),
    );

const renewCommand = () =>
  new Command('renew')
    .description('put a longer one in its place')
    .argument('<id>')
    .addOption(reasonOption())
    .addOption(forOption())
    .addOption(untilOption())
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (id, options, command) => {
      const request = { reason: options.reason, until: endOf(options, command) };
      say(
        await createApiClient(options).call<ExemptionView>('POST', path(id, 'renew'), request),
        options.json,
      );
    });

const endCommand = () =>
  new Command('end')
    .description('end one before its time')
    .argument('<id>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, options) => {
      await createApiClient(options).call('POST', path(id, 'end'));
      process.stdout.write('Ended.\n');
    });

function say(exemption: ExemptionView, json: true | undefined): void {
  const waits = exemption.state === 'waiting' ? '\nIt waits: another person than you has to approve it.' : '';
  process.stdout.write(
    json ? `${JSON.stringify(exemption)}\n` : `${formatExemption(exemption, Date.now())}${waits}\n`,
  );
}

function endOf(
  options: { for?: number | undefined; until?: number | undefined },
  command: { error(message: string): never },
): number {
  if (options.until !== undefined) return options.until;
  if (options.for === undefined) command.error('error: say how long: --for or --until');
  return Date.now() + options.for;
}

function parseTime(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at))
    throw new InvalidArgumentError('expected a date, as in 2026-12-24 or 2026-12-24T18:00Z');
  return at;
}
