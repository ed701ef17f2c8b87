import { Command, Option } from '@commander-js/extra-typings';
import pino from 'pino';
import { runHere } from '../compose.ts';
import { rootOption, stateDirOption } from './options.ts';

/** `assay-agent run`: observes and reports until it is told to stop. */
export const runCommand = () =>
  new Command('run')
    .description('observe and report until stopped (SIGINT or SIGTERM)')
    .addOption(stateDirOption())
    .addOption(rootOption())
    .addOption(new Option('--url <url>', 'where the collector is now, if not where it was at enrollment'))
    .addOption(
      new Option('--log-level <level>', 'how much to log, as JSON lines on standard error')
        .choices(['debug', 'info', 'warn', 'error'] as const)
        .default('info' as const),
    )
    .action(async ({ stateDir, root, url, logLevel }) => {
      const log = pino({ name: 'assay-agent', level: logLevel }, pino.destination({ dest: 2, sync: true }));
      const stop = new AbortController();
      const stopNow = () => stop.abort();
      process.once('SIGINT', stopNow).once('SIGTERM', stopNow);
      // Started by another process of ours: end with it, however that ended.
      if (process.connected) process.once('disconnect', stopNow);
      await runHere({ stateDir, inspectedRoot: root, url: url ?? null }, log, stop.signal);
      process.exit(0);
    });
