#!/usr/bin/env node
import { AssayError, VERSION } from '@assay/shared';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { breakGlassCommand } from './commands/break-glass.ts';
import { applyConfig, configOption } from './commands/config-file.ts';
import { coverageCommand } from './commands/coverage.ts';
import { deviceCommand } from './commands/device.ts';
import { exemptionCommand } from './commands/exemption.ts';
import { healthCommand } from './commands/health.ts';
import { initCommand } from './commands/init.ts';
import { policyCommand } from './commands/policy/policy.ts';
import { replayCommand } from './commands/replay.ts';
import { serveCommand } from './commands/serve.ts';
import { signInCommand } from './commands/sign-in.ts';
import { targetCommand } from './commands/target.ts';
import { tokenCommand } from './commands/token.ts';

const program = new Command('assay-collector')
  .description("Verifies devices' evidence, judges it by policy, and tells the consumers.")
  .version(VERSION)
  .showHelpAfterError('(--help shows what there is)')
  .addHelpText('after', '\nExit codes: 0 done, 1 failed (the message says why), 2 wrong usage.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .addOption(configOption())
  .addCommand(initCommand())
  .addCommand(serveCommand())
  .addCommand(backupCommand())
  .addCommand(healthCommand())
  .addCommand(signInCommand())
  .addCommand(tokenCommand())
  .addCommand(targetCommand())
  .addCommand(deviceCommand())
  .addCommand(coverageCommand())
  .addCommand(exemptionCommand())
  .addCommand(breakGlassCommand())
  .addCommand(auditCommand())
  .addCommand(policyCommand())
  .addCommand(replayCommand());

program.hook('preAction', (_, action) => {
  const { config } = program.opts();
  // init writes it.
  if (config && action.name() !== 'init') applyConfig(action, config, configurable());
  refuseEmpty(program);
  refuseEmpty(action);
});

/** `--recipient "$KEY"` of a script in which KEY is not set is no option left out: it would be a backup for everybody. */
function refuseEmpty(command: CommandUnknownOpts): void {
  for (const option of command.options) {
    if (option.defaultValue === '' || command.getOptionValue(option.attributeName()) !== '') continue;
    command.error(`error: option '${option.flags}' is empty: give it a value, or leave it out`);
  }
}

// Commands that were made apart inherit nothing by themselves.
inherit(program);

function configurable(): Set<string> {
  const serve = program.commands.find((command) => command.name() === 'serve');
  const names = serve?.options.flatMap(({ long }) => long?.slice(2) ?? []) ?? [];
  return new Set([...names.filter((name) => name !== 'json'), 'url']);
}

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
  process.stderr.write(`assay-collector: ${text}\n`);
  process.exit(1);
});
