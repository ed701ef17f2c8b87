import { join } from 'node:path';
import { systemClock } from '@assay/shared';
import { Option } from '@commander-js/extra-typings';
import type { Logger } from 'pino';
import type { UpdateConfig } from '../config.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { launch } from '../update/launch.ts';
import { canBecome, LAUNCHER, startAnew } from '../update/program.ts';
import { between } from './options.ts';
import { readUpdateSettings, UPDATE_INTERVAL_S, UPDATE_TRIAL_S } from './update-settings.ts';

// Their environment variables are read with what else IT said: a misspelt one must not keep an agent from reporting.
export const updatesOption = () =>
  new Option(
    '--updates <on|off>',
    'renew itself by signed updates from its collector; off unless IT says otherwise (also ASSAY_UPDATES)',
  ).choices(['on', 'off'] as const);

export const updateIntervalOption = () =>
  new Option(
    '--update-interval <seconds>',
    'how often to look for updates; every six hours unless IT says otherwise (also ASSAY_UPDATE_INTERVAL)',
  ).argParser(between(...UPDATE_INTERVAL_S));

export const updateTrialOption = () =>
  new Option(
    '--update-trial <seconds>',
    'how soon a new version must have reported, or is rolled back; 600 unless said (also ASSAY_UPDATE_TRIAL)',
  ).argParser(between(...UPDATE_TRIAL_S));

/** What the options of updates say. */
export interface UpdateOptions {
  stateDir: string;
  updates?: 'on' | 'off' | undefined;
  updateDir?: string | undefined;
  updateRoot?: string | undefined;
  updatePin?: string | undefined;
  updateInterval?: number | undefined;
  updateTrial?: number | undefined;
}

interface Surroundings {
  log: Logger;
  stop: AbortSignal;
  /** Gives signs of life, as the service is expected to, while another version is watched. @returns how to stop */
  giveSigns?(): () => void;
}

/** Told to stop by the system, or by the end of the process that has this one on trial, however that came. */
export function untilStopped(): AbortSignal {
  const stop = new AbortController();
  const stopNow = () => stop.abort();
  // Through npm, Ctrl-C comes more than once.
  process.on('SIGINT', stopNow).on('SIGTERM', stopNow);
  if (process.connected) process.once('disconnect', stopNow);
  return stop.signal;
}

/**
 * Runs the agent, or gives way to the version that is in use or on trial; see `launch`. Returns when it was told to stop.
 * @param run with what is to be known of updates; null: there are none. It says why it ended
 */
export async function runUpdated(
  options: UpdateOptions,
  { log, stop, giveSigns = () => () => {} }: Surroundings,
  run: (updates: UpdateConfig | null) => Promise<'stopped' | 'update'>,
): Promise<void> {
  const updates = await toConfig(options, log);
  if (updates && process.env[LAUNCHER] === undefined) {
    const { dir, pin, trialMs } = updates;
    const args = process.argv.slice(2);
    const told = { dir: openPrivateDir(dir), pin, args, trialMs, giveSigns, log, stop, now: systemClock.now };
    if (await launch(told)) return;
  }
  if ((await run(updates)) === 'update') startAnew();
}

async function toConfig(
  options: UpdateOptions,
  log: Logger,
): Promise<(UpdateConfig & { trialMs: number }) | null> {
  const { on, pin, rootFile, intervalS, trialS, problem } = await readUpdateSettings(options);
  if (problem) log.error({ problem }, 'updates are off');
  if (!on) return null;
  if (!canBecome()) {
    log.error('updates need the service on this platform: it goes on without');
    return null;
  }
  const dir = options.updateDir ?? join(options.stateDir, 'updates');
  return { dir, rootFile, pin, intervalMs: intervalS * 1000, trialMs: trialS * 1000 };
}
