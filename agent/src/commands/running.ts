import { Command, Option } from '@commander-js/extra-typings';
import pino, { type Logger } from 'pino';
import type { RunConfig } from '../config.ts';
import { DEFAULT_BOUNDS } from '../journal.ts';
import { between, stateDirOption, updateDirOption, updatePinOption, updateRootOption } from './options.ts';
import {
  runUpdated,
  type UpdateOptions,
  untilStopped,
  updateIntervalOption,
  updatesOption,
  updateTrialOption,
} from './updating.ts';

const DAY_MS = 86_400_000;
/** Bytes of a log that waits until it can be written again; what comes then is dropped. */
const MAX_UNWRITTEN_LOG = 64 * 1024;

/**
 * A command that runs the agent, with all that can be said of it wherever it is started.
 * @param stateDir where its state is, if not where the user's own would be
 */
export function runningCommand(name: string, stateDir?: string) {
  const places = stateDirOption();
  return new Command(name)
    .addOption(stateDir === undefined ? places : places.default(stateDir))
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
        .env('ASSAY_LOG_LEVEL')
        .choices(['debug', 'info', 'warn', 'error'] as const)
        .default('info' as const),
    );
}

/** What `runningCommand` is told. */
interface RunningOptions extends UpdateOptions {
  journalMaxBytes: number;
  journalMaxDays: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Runs the agent as the options say, gives way to another version where there is one, and ends the process. */
export async function runToTheEnd(
  options: RunningOptions,
  run: (
    config: Pick<RunConfig, 'stateDir' | 'journal' | 'updates'>,
    log: Logger,
    stop: AbortSignal,
  ) => Promise<'stopped' | 'update'>,
  giveSigns?: () => () => void,
): Promise<never> {
  const { stateDir, logLevel, journalMaxBytes, journalMaxDays } = options;
  const out = pino.destination({ dest: 2, sync: true, maxLength: MAX_UNWRITTEN_LOG });
  // A log that cannot be written, as to a full disk, keeps nobody from reporting.
  out.on('error', () => {});
  const log = pino({ name: 'assay-agent', level: logLevel }, out);
  const stop = untilStopped();
  const journal = { maxBytes: journalMaxBytes, maxAgeMs: journalMaxDays * DAY_MS };
  await runUpdated(options, { log, stop, ...(giveSigns && { giveSigns }) }, (updates) =>
    run({ stateDir, journal, updates }, log, stop),
  );
  process.exit(0);
}
