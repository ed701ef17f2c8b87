import type { CreatedEnrollmentToken, EnrollmentTokenList } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, parseWhole, urlOption } from './options.ts';

/** `assay-collector token`: the right to enroll. */
export const tokenCommand = () =>
  new Command('token')
    .description('enrollment tokens')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(expireCommand());

const createCommand = () =>
  new Command('create')
    .description('make a join string to hand to agents; it is shown once')
    .addOption(
      new Option('--uses <n>', 'how many devices may use it').default(1).argParser(parseWhole('uses')),
    )
    .addOption(new Option('--expires <hours>', 'how long it is good for').default(24).argParser(parseHours))
    .addOption(new Option('--owner <email>', 'who owns the devices that use it'))
    .addOption(new Option('--group <name...>', 'groups of the devices that use it'))
    .addOption(new Option('--approval', 'an administrator must approve each device'))
    .addOption(
      new Option('--on-conflict <policy>', 'what becomes of a machine that comes with another key')
        .choices(['quarantine', 'replace'] as const)
        .default('quarantine' as const),
    )
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const request = {
        uses: options.uses,
        expiresInS: Math.round(options.expires * 3600),
        ...(options.owner ? { owner: options.owner } : {}),
        ...(options.group ? { groups: options.group } : {}),
        approval: options.approval ?? false,
        onConflict: options.onConflict,
      };
      const token = await createApiClient(options).call<CreatedEnrollmentToken>(
        'POST',
        '/enrollment-tokens',
        request,
      );
      process.stdout.write(options.json ? `${JSON.stringify(token)}\n` : `${token.joinString}\n`);
    });

/** From a minute to a year. @throws InvalidArgumentError */
function parseHours(text: string): number {
  const hours = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (hours >= 1 / 60 && hours <= 365 * 24) return hours;
  throw new InvalidArgumentError('expected hours, as in 0.5 or 24: a minute at least, a year at most');
}

const listCommand = () =>
  new Command('list')
    .description('show tokens, without their secrets')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const { tokens } = await createApiClient(options).call<EnrollmentTokenList>(
        'GET',
        '/enrollment-tokens',
      );
      const lines = tokens.map(
        ({ id, used, uses, expiresAt, owner }) =>
          `${id}  ${used} of ${uses} used, until ${new Date(expiresAt).toLocaleString()}${owner ? `, for ${owner}` : ''}`,
      );
      process.stdout.write(
        options.json ? `${JSON.stringify(tokens)}\n` : `${lines.join('\n') || 'no tokens'}\n`,
      );
    });

const expireCommand = () =>
  new Command('expire')
    .description('let nobody enroll with a token any more; devices that did stay')
    .argument('<id>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, options) => {
      await createApiClient(options).call('DELETE', `/enrollment-tokens/${encodeURIComponent(id)}`);
      process.stdout.write('Expired.\n');
    });
