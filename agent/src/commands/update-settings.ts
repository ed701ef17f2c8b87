import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toPlatform } from '@assay/shared';
import { PLACES } from '../service/places.ts';
import { openSettings, type Settings } from '../service/settings.ts';
import { isVersion } from '../update/version.ts';

/** What was said of updates by options, their environment variables and IT. */
export interface UpdateSettings {
  on: boolean;
  /** This version and no other; null: the newest that is rolled out to this device. */
  pin: string | null;
  /** File with the TUF root metadata that is trusted. */
  rootFile: string;
  /** Between two looks. */
  intervalS: number;
  /** How soon a new version must have reported. */
  trialS: number;
  /** Why updates are off although somebody said something; null: nothing is wrong. */
  problem: string | null;
}

interface Said {
  updates?: 'on' | 'off' | undefined;
  updatePin?: string | undefined;
  updateRoot?: string | undefined;
  updateInterval?: number | undefined;
  updateTrial?: number | undefined;
}

/** The least and the most. */
export const UPDATE_INTERVAL_S = [1, 30 * 86_400] as const;
export const UPDATE_TRIAL_S = [1, 86_400] as const;
const SIX_HOURS_S = 6 * 3600;
const TEN_MINUTES_S = 600;

/**
 * Options go before what IT said by policy, profile or file. What nobody can make sense of switches updates off: IT that
 * wanted to hold a version back, and misspelt it, must not get the newest.
 */
export async function readUpdateSettings(
  { updates, updatePin, updateRoot, updateInterval, updateTrial }: Said,
  settings: Settings = openSettings(),
): Promise<UpdateSettings> {
  const word = updates ?? (await settings.read('updates'))?.toLowerCase() ?? 'off';
  const pin = updatePin ?? (await settings.read('updatePin')) ?? null;
  const intervalS = updateInterval ?? Number((await settings.read('updateInterval')) ?? SIX_HOURS_S);
  const trialS = updateTrial ?? Number((await settings.read('updateTrial')) ?? TEN_MINUTES_S);
  const problem = problemOf(word, pin, intervalS, trialS);
  const rootFile = updateRoot ?? trustedRoot();
  return { on: word === 'on' && !problem, pin, rootFile, intervalS, trialS, problem };
}

function problemOf(word: string, pin: string | null, intervalS: number, trialS: number): string | null {
  if (word !== 'on' && word !== 'off') return `updates can be on or off, and are said to be ${word}`;
  if (pin !== null && !isVersion(pin))
    return `the pinned version ${pin} is none: three numbers such as 1.2.3`;
  if (!isWithin(UPDATE_INTERVAL_S, intervalS))
    return `the interval between two looks is ${UPDATE_INTERVAL_S.join(' to ')} seconds`;
  if (!isWithin(UPDATE_TRIAL_S, trialS))
    return `a version is on trial for ${UPDATE_TRIAL_S.join(' to ')} seconds`;
  return null;
}

const isWithin = ([least, most]: readonly [number, number], value: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** The one that IT put there, else the one that came with the package. */
function trustedRoot(): string {
  const { updateRoot, packagedUpdateRoot } = PLACES[toPlatform(process.platform)];
  if (existsSync(updateRoot)) return updateRoot;
  const launcher = process.env.ASSAY_EXECUTABLE;
  const beside = launcher && join(dirname(launcher), 'update-root.json');
  return beside && existsSync(beside) ? beside : packagedUpdateRoot;
}
