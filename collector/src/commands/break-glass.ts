import type { BreakGlassState } from '@assay/shared/api';
import { Command, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, parseDuration, urlOption } from './options.ts';

/** `assay-collector break-glass`: when the policy itself is the outage. */
export const breakGlassCommand = () =>
  new Command('break-glass')
    .description('excuse everything for everybody, for a short while: when the policy itself is the outage')
    .addCommand(startCommand())
    .addCommand(statusCommand())
    .addCommand(endCommand());

const startCommand = () =>
  new Command('start')
    .description('from now on nothing counts against a device; revoked and quarantined ones stay out')
    .addOption(
      new Option('--reason <text>', 'why: it is logged, and everybody sees it').makeOptionMandatory(),
    )
    .addOption(
      new Option('--for <duration>', 'when it ends by itself, as in 45m or 2h')
        .argParser(parseDuration)
        .makeOptionMandatory(),
    )
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const request = { reason: options.reason, until: Date.now() + options.for };
      const state = await createApiClient(options).call<BreakGlassState>('POST', '/break-glass', request);
      say(state, options.json);
    });

const statusCommand = () =>
  new Command('status')
    .description('whether it is on, since when, by whom and why')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      say(await createApiClient(options).call<BreakGlassState>('GET', '/break-glass'), options.json);
    });

const endCommand = () =>
  new Command('end')
    .description('end it now')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (options) => {
      await createApiClient(options).call('DELETE', '/break-glass');
      process.stdout.write('Ended: every check counts again.\n');
    });

function say({ on }: BreakGlassState, json: true | undefined): void {
  const text = on
    ? `Break-glass is ON until ${new Date(on.until).toISOString()}, by ${on.by}: ${on.reason}`
    : 'Break-glass is off.';
  process.stdout.write(json ? `${JSON.stringify({ on })}\n` : `${text}\n`);
}
