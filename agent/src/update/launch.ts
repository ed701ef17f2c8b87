import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { VERSION } from '@assay/shared';
import type { Logger } from 'pino';
import type { PrivateDir } from '../state/private-dir.ts';
import { become, type Program, startOnTrial, versionOf } from './program.ts';
import {
  confirmed,
  loadUpdateState,
  rolledBack,
  saveUpdateState,
  type UpdateState,
  withoutOvertaken,
  withoutUnpinned,
} from './update-state.ts';
import { isNewer } from './version.ts';
import { openVersions, type Versions } from './versions.ts';

export interface LaunchOptions {
  /** Directory of the updates. */
  dir: PrivateDir;
  /** Arguments of this process, for whichever version takes its place. */
  args: readonly string[];
  /** How long a version on trial has until the collector has its first report, ms. */
  trialMs: number;
  /** How it is seen that this device is to stay with one version; null: it is not. */
  pin: string | null;
  /** Gives signs of life, as the service is expected to, while another version is watched. @returns how to stop */
  giveSigns(): () => void;
  log: Logger;
  stop: AbortSignal;
  now(): number;
}

const MAX_CRASHES = 3;
// Power cuts and restarts among them are nobody's fault, but not for ever.
const MAX_STARTS = 10;
const PAUSE_AFTER_CRASH_MS = 1000;

/**
 * Decides which version runs. With one on trial it is started as a child and watched: once it has reported it becomes
 * the current one; if it crashes or does not report in time, the one before is started again. So whatever is on trial,
 * the program that watches it is one that has worked before.
 * @returns when this very process is to go on as the agent; true: it was told to stop
 */
export async function launch(options: LaunchOptions): Promise<boolean> {
  const { dir, log, stop, now } = options;
  const versions = openVersions(dir);
  let state = forgetUnwanted(versions, options);
  if (state.trial) {
    const stopSigns = options.giveSigns();
    const outcome = await tryOut(state, versions, options);
    stopSigns();
    if (outcome === 'stopped') return true;
    const at = now();
    const { version } = state.trial;
    // Counted while it was tried.
    state = loadUpdateState(dir);
    state = outcome === 'reported' ? confirmed(state) : rolledBack(state, { at, why: outcome.failed });
    saveUpdateState(dir, state);
    if (outcome === 'reported')
      log.info({ version }, 'the new version has reported, and is in use from now on');
    else log.error({ version, why: outcome.failed }, 'the new version failed, and is rolled back');
    versions.keepOnly([state.current]);
  }
  const program = await toStart(state, versions, options);
  if (stop.aborted) return true;
  if (program) become(program, options.args);
  return false;
}

function forgetUnwanted(versions: Versions, { dir, pin, log }: LaunchOptions): UpdateState {
  const before = loadUpdateState(dir);
  const ahead = withoutOvertaken(before, VERSION);
  const state = withoutUnpinned(ahead, pin);
  if (state !== before) saveUpdateState(dir, state);
  if (ahead !== before) {
    log.info(
      { installed: VERSION, was: before.current },
      'the installed version is newer than what was fetched',
    );
  }
  if (state !== ahead) {
    log.info({ version: ahead.trial?.version, pin }, 'the version on trial is not the pinned one');
  }
  versions.keepOnly([state.current, state.trial?.version]);
  return state;
}

/** The program to start instead of this one; null: this one is the newest, or the current one is gone or damaged. */
async function toStart(
  { current }: UpdateState,
  versions: Versions,
  { pin, log }: LaunchOptions,
): Promise<Program | null> {
  if (current === null || (pin !== null && isNewer(current, pin))) return null;
  const program = versions.program(current);
  const said = program && (await versionOf(program).catch(() => null));
  if (said === current) return program;
  log.error({ version: current }, 'the version in use does not start: the installed one takes its place');
  return null;
}

type Outcome = 'reported' | 'stopped' | { failed: string };

async function tryOut(state: UpdateState, versions: Versions, options: LaunchOptions): Promise<Outcome> {
  const { dir, stop, log } = options;
  const { trial } = state;
  const program = trial && versions.program(trial.version);
  if (!trial || !program) return { failed: 'it is not there' };
  let { crashes, starts } = trial;
  while (crashes < MAX_CRASHES && starts < MAX_STARTS) {
    starts++;
    saveUpdateState(dir, { ...state, trial: { ...trial, crashes, starts } });
    log.info({ version: trial.version, starts }, 'a new version is on trial');
    const outcome = await watchOnce(program, options);
    if (outcome !== 'crashed') return outcome;
    crashes++;
    saveUpdateState(dir, { ...state, trial: { ...trial, crashes, starts } });
    await sleep(PAUSE_AFTER_CRASH_MS, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return 'stopped';
  }
  return { failed: crashes >= MAX_CRASHES ? `it ended ${crashes} times` : `it was started ${starts} times` };
}

async function watchOnce(
  program: Program,
  { args, trialMs, stop }: LaunchOptions,
): Promise<Outcome | 'crashed'> {
  const child = startOnTrial(program, args);
  const ended = once(child, 'exit').catch(() => {});
  const patience = new AbortController();
  const outcome = await Promise.race<Outcome | 'crashed'>([
    // A program that cannot even be started says so by an error.
    once(child, 'message').then(
      () => 'reported' as const,
      () => 'crashed' as const,
    ),
    ended.then(() => (stop.aborted ? 'stopped' : 'crashed')),
    once(stop, 'abort').then(() => 'stopped' as const),
    sleep(trialMs, undefined, { signal: patience.signal }).then(
      () => ({ failed: `it did not report within ${Math.round(trialMs / 1000)} s` }),
      () => 'stopped' as const,
    ),
  ]);
  patience.abort();
  child.kill('SIGTERM');
  const hangs = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(hangs);
  return outcome;
}
