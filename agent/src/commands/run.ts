import { Command, Option } from '@commander-js/extra-typings';
import pino from 'pino';
import { runHere } from '../compose/run.ts';
import { DEFAULT_BOUNDS } from '../journal.ts';
import {
  between,
  rootOption,
  stateDirOption,
  updateDirOption,
  updatePinOption,
  updateRootOption,
} from './options.ts';
import {
  runUpdated,
  untilStopped,
  updateIntervalOption,
  updatesOption,
  updateTrialOption,
} from './updating.ts';

const DAY_MS = 86_400_000;

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
    .addOption(updatesOption())
    .addOption(updateRootOption())
    .addOption(updatePinOption())
    .addOption(updateDirOption())
    .addOption(updateIntervalOption())
    .addOption(updateTrialOption())
    .addOption(
      new Option('--log-level <level>', 'how much to log, as JSON lines on standard error')
        .choices(['debug', 'info', 'warn', 'error'] as const)
        .default('info' as const),
    )
    .action(async (options) => {
      const log = pino(
        { name: 'assay-agent', level: options.logLevel },
        pino.destination({ dest: 2, sync: true }),
      );
      const stop = untilStopped();
      const { stateDir, root, url } = options;
      const journal = {
        maxBytes: options.journalMaxBytes,
        maxAgeMs: options.journalMaxDays * DAY_MS,
      };
      await runUpdated(options, { log, stop }, (updates) =>
        runHere({ stateDir, inspectedRoot: root, url: url ?? null, journal, updates }, log, stop),
      );
      process.exit(0);
    });
