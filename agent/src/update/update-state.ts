import { isYounger } from '../probes/age.ts';
import type { PrivateDir } from '../state/private-dir.ts';
import { isNewer, isVersion } from './version.ts';

/** What the agent knows of its own versions; one file, written whole, so that a power cut leaves this or that. */
export interface UpdateState {
  /** The version that is started; null: the one that was installed. */
  current: string | null;
  /** On trial: started instead, until it has reported or failed. */
  trial: { version: string; crashes: number; starts: number } | null;
  /** Versions that failed here, and when. */
  failed: Record<string, { times: number; at: number; why: string }>;
  /** SHA-256, hex, of the root that the metadata beside were begun with. */
  root: string | null;
  /** What the last look at the repository came to, for people. */
  lastCheck: { at: number; outcome: string } | null;
}

const FILE = 'state.json';
const DAY_MS = 86_400_000;
const MAX_FAILURES = 3;

const NOTHING: UpdateState = { current: null, trial: null, failed: {}, root: null, lastCheck: null };

/** A file that is damaged counts as none: then the installed version runs, and what is newer is fetched again. */
export function loadUpdateState(dir: PrivateDir): UpdateState {
  try {
    const state = { ...NOTHING, ...JSON.parse(dir.read(FILE) ?? '{}') } as UpdateState;
    const versions = [
      state.current ?? '0.0.0',
      state.trial?.version ?? '0.0.0',
      ...Object.keys(state.failed),
    ];
    return versions.every(isVersion) ? state : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** @throws AssayError `state_unwritable` */
export const saveUpdateState = (dir: PrivateDir, state: UpdateState): void =>
  dir.write(FILE, `${JSON.stringify(state, null, 2)}\n`);

/** Pure. The version on trial has reported: it is the one from now on. */
export function confirmed(state: UpdateState): UpdateState {
  if (!state.trial) return state;
  const { [state.trial.version]: _, ...failed } = state.failed;
  return { ...state, current: state.trial.version, trial: null, failed };
}

/** Pure. The version on trial has failed: the one before it is started again. */
export function rolledBack(state: UpdateState, { at, why }: { at: number; why: string }): UpdateState {
  if (!state.trial) return state;
  const { version } = state.trial;
  const times = (state.failed[version]?.times ?? 0) + 1;
  return { ...state, trial: null, failed: { ...state.failed, [version]: { times, at, why } } };
}

/**
 * Pure. What a package has brought meanwhile goes before what was fetched: versions that aren't newer than the installed
 * one are forgotten. The same object when there are none.
 */
export function withoutOvertaken(state: UpdateState, installed: string): UpdateState {
  const isAhead = (version: string | undefined) => version !== undefined && isNewer(version, installed);
  const current = isAhead(state.current ?? undefined) ? state.current : null;
  const trial = isAhead(state.trial?.version) ? state.trial : null;
  const ahead = Object.entries(state.failed).filter(([version]) => isAhead(version));
  const isSame = current === state.current && trial === state.trial;
  if (isSame && ahead.length === Object.keys(state.failed).length) return state;
  return { ...state, current, trial, failed: Object.fromEntries(ahead) };
}

/** Pure. Another version than the one that IT holds this device at is not tried. The same object when there is none. */
export const withoutUnpinned = (state: UpdateState, pin: string | null): UpdateState =>
  pin !== null && state.trial && state.trial.version !== pin ? { ...state, trial: null } : state;

/** Pure. As if nothing had been fetched; which root the metadata were begun with is known all the same. */
export const forgetVersions = (state: UpdateState): UpdateState => ({ ...NOTHING, root: state.root });

/** Pure. A failed version may have failed for the network's sake: it is tried again a day later, three times in all. */
export function isBarred({ failed }: UpdateState, version: string, now: number): boolean {
  const failure = failed[version];
  return failure !== undefined && (failure.times >= MAX_FAILURES || isYounger(failure.at, now, DAY_MS));
}
