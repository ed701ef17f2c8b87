import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import pino from 'pino';
import { runHere } from '../compose.ts';
import { DEFAULT_BOUNDS } from '../journal.ts';
import { rootOption, stateDirOption } from './options.ts';

const DAY_MS = 86_400_000;

const between = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`);
};

/** `assay-agent run`: observes and reports until it is told to stop. */
export const runCommand = () =>
  new Command('run')
    .description('observe and report until stopped (SIGINT or SIGTERM)')
    .addOption(stateDirOption())
    .addOption(rootOption())
    .addOption(new Option('--url <url>', 'where the collector is now, if not where it was at enrollment'))
    .addOption(
      new Option('--journal-max-bytes <bytes>', 'how much to keep of what happens while offline')
        .env('ASSAY_JOURNAL_MAX_BYTES')
        .default(DEFAULT_BOUNDS.maxBytes)
        .argParser(between(64 * 1024, 256 * 1024 * 1024)),
    )
    .addOption(
      new Option('--journal-max-days <days>', 'and for how long')
        .env('ASSAY_JOURNAL_MAX_DAYS')
        .default(DEFAULT_BOUNDS.maxAgeMs / DAY_MS)
        .argParser(between(1, 365)),
    )
    .addOption(
      new Option('--log-level <level>', 'how much to log, as JSON lines on standard error')
        .choices(['debug', 'info', 'warn', 'error'] as const)
        .default('info' as const),
    )
    .action(async ({ stateDir, root, url, logLevel, journalMaxBytes, journalMaxDays }) => {
      const log = pino({ name: 'assay-agent', level: logLevel }, pino.destination({ dest: 2, sync: true }));
      const stop = new AbortController();
      const stopNow = () => stop.abort();
      process.once('SIGINT', stopNow).once('SIGTERM', stopNow);
      // Started by another process of ours: end with it, however that ended.
      if (process.connected) process.once('disconnect', stopNow);
      const journal = { maxBytes: journalMaxBytes, maxAgeMs: journalMaxDays * DAY_MS };
      await runHere({ stateDir, inspectedRoot: root, url: url ?? null, journal }, log, stop.signal);
      process.exit(0);
    });
