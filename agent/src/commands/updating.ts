import { join } from 'node:path';
import { systemClock } from '@assay/shared';
import { Option } from '@commander-js/extra-typings';
import type { Logger } from 'pino';
import type { UpdateConfig } from '../config.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { launch } from '../update/launch.ts';
import { become, canBecome, LAUNCHER, selfCommand } from '../update/program.ts';
import { between } from './options.ts';

export const updatesOption = () =>
  new Option('--updates <on|off>', 'renew itself by signed updates from its collector')
    .env('ASSAY_UPDATES')
    .choices(['on', 'off'] as const)
    .default('off' as const);

export const updateIntervalOption = () =>
  new Option('--update-interval <seconds>', 'how often to look for updates')
    .env('ASSAY_UPDATE_INTERVAL')
    .default(6 * 3600)
    .argParser(between(1, 30 * 86_400));

export const updateTrialOption = () =>
  new Option('--update-trial <seconds>', 'how soon a new version must have reported, or is rolled back')
    .env('ASSAY_UPDATE_TRIAL')
    .default(600)
    .argParser(between(1, 86_400));

/** What the options of updates say. */
export interface UpdateOptions {
  stateDir: string;
  updates: 'on' | 'off';
  updateDir?: string | undefined;
  updateRoot: string;
  updatePin?: string | undefined;
  updateInterval: number;
  updateTrial: number;
}

/**
 * Runs the agent, or gives way to the version that is in use or on trial; see `launch`. Returns when it was told to stop.
 * @param run with what is to be known of updates; null: there are none. It says why it ended
 */
export async function runUpdated(
  options: UpdateOptions,
  { log, stop }: { log: Logger; stop: AbortSignal },
  run: (updates: UpdateConfig | null) => Promise<'stopped' | 'update'>,
): Promise<void> {
  const updates = options.updates === 'on' ? toConfig(options, log) : null;
  if (updates && process.env[LAUNCHER] === undefined) {
    const { dir, pin } = updates;
    const [args, trialMs] = [process.argv.slice(2), options.updateTrial * 1000];
    const told = { dir: openPrivateDir(dir), pin, args, trialMs, log, stop, now: systemClock.now };
    if (await launch(told)) return;
  }
  if ((await run(updates)) === 'update') startAnew();
}

function toConfig(options: UpdateOptions, log: Logger): UpdateConfig | null {
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

/** From the version that was installed, under the same process id. */
function startAnew(): never {
  const { [LAUNCHER]: launcher, ...env } = process.env;
  const command: string[] = launcher ? JSON.parse(launcher) : [...selfCommand(), ...process.argv.slice(2)];
  return become(command, env);
}
