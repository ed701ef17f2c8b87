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
  /** Why updates are off although somebody said something; null: nothing is wrong. */
  problem: string | null;
}

interface Said {
  updates?: 'on' | 'off' | undefined;
  updatePin?: string | undefined;
  updateRoot?: string | undefined;
  updateInterval?: number | undefined;
}

/** The least and the most. */
export const UPDATE_INTERVAL_S = [1, 30 * 86_400] as const;
const SIX_HOURS_S = 6 * 3600;

/**
 * Options go before what IT said by policy, profile or file. What nobody can make sense of switches updates off: IT that
 * wanted to hold a version back, and misspelt it, must not get the newest.
 */
export async function readUpdateSettings(
  { updates, updatePin, updateRoot, updateInterval }: Said,
  settings: Settings = openSettings(),
): Promise<UpdateSettings> {
  const word = updates ?? (await settings.read('updates'))?.toLowerCase() ?? 'off';
  const pin = updatePin ?? (await settings.read('updatePin')) ?? null;
  const intervalS = updateInterval ?? Number((await settings.read('updateInterval')) ?? SIX_HOURS_S);
  const problem = problemOf(word, pin, intervalS);
  const rootFile = updateRoot ?? trustedRoot();
  return { on: word === 'on' && !problem, pin, rootFile, intervalS, problem };
}

function problemOf(word: string, pin: string | null, intervalS: number): string | null {
  if (word !== 'on' && word !== 'off') return `updates can be on or off, and are said to be ${word}`;
  if (pin !== null && !isVersion(pin))
    return `the pinned version ${pin} is none: three numbers such as 1.2.3`;
  const [least, most] = UPDATE_INTERVAL_S;
  if (!(Number.isInteger(intervalS) && intervalS >= least && intervalS <= most))
    return `the interval between two looks is ${least} to ${most} seconds`;
  return null;
}

/** The one that IT put there, else the one that came with the package. */
function trustedRoot(): string {
  const { updateRoot, packagedUpdateRoot } = PLACES[toPlatform(process.platform)];
  if (existsSync(updateRoot)) return updateRoot;
  const launcher = process.env.ASSAY_EXECUTABLE;
  const beside = launcher && join(dirname(launcher), 'update-root.json');
  return beside && existsSync(beside) ? beside : packagedUpdateRoot;
}
