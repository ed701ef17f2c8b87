import { join } from 'node:path';
import { Command, Option } from '@commander-js/extra-typings';
import pino, { type Logger } from 'pino';
import { runHere } from '../compose.ts';
import type { UpdateConfig } from '../config.ts';
import { DEFAULT_BOUNDS } from '../journal.ts';
import { canBecome, LAUNCHER } from '../update/program.ts';
import { launchHere, startAnew } from './launch.ts';
import {
  between,
  rootOption,
  stateDirOption,
  updateDirOption,
  updatePinOption,
  updateRootOption,
} from './options.ts';

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
    .addOption(
      new Option('--updates <on|off>', 'renew itself by signed updates from its collector')
        .env('ASSAY_UPDATES')
        .choices(['on', 'off'] as const)
        .default('off' as const),
    )
    .addOption(updateRootOption())
    .addOption(updatePinOption())
    .addOption(updateDirOption())
    .addOption(
      new Option('--update-interval <seconds>', 'how often to look for updates')
        .env('ASSAY_UPDATE_INTERVAL')
        .default(6 * 3600)
        .argParser(between(1, 30 * 86_400)),
    )
    .addOption(
      new Option('--update-trial <seconds>', 'how soon a new version must have reported, or is rolled back')
        .env('ASSAY_UPDATE_TRIAL')
        .default(600)
        .argParser(between(1, 86_400)),
    )
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
      const stop = new AbortController();
      const stopNow = () => stop.abort();
      process.once('SIGINT', stopNow).once('SIGTERM', stopNow);
      // Started by another process of ours: end with it, however that ended.
      if (process.connected) process.once('disconnect', stopNow);
      const updates = options.updates === 'on' ? updatesOf(options, log) : null;
      if (updates && process.env[LAUNCHER] === undefined) {
        const trialMs = options.updateTrial * 1000;
        if (await launchHere({ ...updates, trialMs, log, stop: stop.signal })) process.exit(0);
      }
      const { stateDir, root, url } = options;
      const journal = {
        maxBytes: options.journalMaxBytes,
        maxAgeMs: options.journalMaxDays * DAY_MS,
      };
      const config = { stateDir, inspectedRoot: root, url: url ?? null, journal, updates };
      if ((await runHere(config, log, stop.signal)) === 'update') startAnew();
      process.exit(0);
    });

interface UpdateOptions {
  stateDir: string;
  updateDir?: string | undefined;
  updateRoot: string;
  updatePin?: string | undefined;
  updateInterval: number;
}

function updatesOf(options: UpdateOptions, log: Logger): UpdateConfig | null {
  if (!canBecome()) {
    log.error(
      { platform: process.platform },
      'updates are not possible on this platform: it goes on without',
    );
    return null;
  }
  return {
    dir: options.updateDir ?? join(options.stateDir, 'updates'),
    rootFile: options.updateRoot,
    pin: options.updatePin ?? null,
    intervalMs: options.updateInterval * 1000,
  };
}
