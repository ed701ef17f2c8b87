import { AssayError } from '@assay/shared';
import type { AuditLog } from '@assay/shared/api';
import { Command, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, parseWhole, urlOption } from './options.ts';

/** `assay-collector audit`: who did what. */
export const auditCommand = () =>
  new Command('audit').description('who did what').addCommand(listCommand()).addCommand(verifyCommand());

const listCommand = () =>
  new Command('list')
    .description('the newest entries')
    .addOption(
      new Option('--limit <n>', 'how many, 200 at most').default(50).argParser(parseWhole('entries', 1, 200)),
    )
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const log = await createApiClient(options).call<AuditLog>('GET', `/audit?limit=${options.limit}`);
      const lines = log.entries.map(
        ({ id, at, who, source, action, subject, detail }) =>
          `${id}  ${new Date(at).toISOString()}  ${who}${source ? ` (${source})` : ''}  ${action} ${subject}\n    ${detail}`,
      );
      process.stdout.write(
        options.json ? `${JSON.stringify(log.entries)}\n` : `${lines.join('\n') || 'nothing yet'}\n`,
      );
    });

const verifyCommand = () =>
  new Command('verify')
    .description('check that nothing in it was changed or taken out; fails if so')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const path = '/audit/verify';
      const { brokenAt } = await createApiClient(options).call<{ brokenAt: number | null }>('GET', path);
      if (brokenAt !== null)
        throw new AssayError(
          'audit_broken',
          `the audit log is not as it was written from entry ${brokenAt} on`,
        );
      process.stdout.write(options.json ? `${JSON.stringify({ brokenAt })}\n` : 'The audit log is whole.\n');
    });
