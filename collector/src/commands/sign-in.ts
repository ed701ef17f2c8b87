import type { CreatedSignInCode } from '@assay/shared/api';
import { Command, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, urlOption } from './options.ts';

/** `assay-collector sign-in`: a fresh one-time address of the console. */
export const signInCommand = () =>
  new Command('sign-in')
    .description('print a one-time sign-in address for the console')
    .addOption(
      new Option('--as <name>', 'who will sign in with it: what they do is recorded under this name'),
    )
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (options) => {
      const { code, publicUrl } = await createApiClient(options).call<CreatedSignInCode>(
        'POST',
        '/sign-in-codes',
        options.as ? { name: options.as } : {},
      );
      // Whom it is for seldom sits at this machine.
      process.stdout.write(`${new URL(`/sign-in#code=${code}`, publicUrl ?? options.url).href}\n`);
    });
