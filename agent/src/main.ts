#!/usr/bin/env node
import { AssayError, VERSION } from '@assay/shared';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { doctorCommand } from './commands/doctor.ts';
import { enrollCommand } from './commands/enroll.ts';
import { privacyCommand } from './commands/privacy.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { serviceCommand } from './commands/service.ts';
import { statusCommand } from './commands/status.ts';
import { unenrollCommand } from './commands/unenroll.ts';
import { updateCommand } from './commands/update.ts';

const program = new Command('assay-agent')
  .description("Gathers this device's posture, signs it and streams it to a collector.")
  .version(VERSION)
  .showHelpAfterError('(--help shows what there is)')
  .addHelpText('after', '\nExit codes: 0 done, 1 failed (the message says why), 2 wrong usage.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .addCommand(reportCommand())
  .addCommand(enrollCommand())
  .addCommand(runCommand())
  .addCommand(statusCommand())
  .addCommand(privacyCommand())
  .addCommand(doctorCommand())
  .addCommand(updateCommand())
  .addCommand(unenrollCommand())
  .addCommand(serviceCommand());

// What a template leaves empty says nothing; as wrong usage it would keep the service from starting.
for (const [name, value] of Object.entries(process.env))
  if (name.startsWith('ASSAY_') && value === '') delete process.env[name];

// Commands that were made apart inherit nothing by themselves.
inherit(program);

function inherit(parent: CommandUnknownOpts): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    inherit(command);
  }
}

// Whoever reads may have had enough, as `| head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// No await at the top: the packaged executable is CommonJS, which has none.
program.parseAsync().catch((error: Error) => {
  const text = error instanceof AssayError ? `${error.message} [${error.code}]` : error.stack;
  process.stderr.write(`assay-agent: ${text}\n`);
  process.exit(1);
});
