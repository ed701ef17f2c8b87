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
  /** Why updates are off although somebody said something; null: nothing is wrong. */
  problem: string | null;
}

interface Said {
  updates?: 'on' | 'off' | undefined;
  updatePin?: string | undefined;
  updateRoot?: string | undefined;
}

/**
 * Options go before what IT said by policy, profile or file. What nobody can make sense of switches updates off: IT that
 * wanted to hold a version back, and misspelt it, must not get the newest.
 */
export async function readUpdateSettings(
  { updates, updatePin, updateRoot }: Said,
  settings: Settings = openSettings(),
): Promise<UpdateSettings> {
  const word = updates ?? (await settings.read('updates'))?.toLowerCase() ?? 'off';
  const pin = updatePin ?? (await settings.read('updatePin')) ?? null;
  const problem = problemOf(word, pin);
  return { on: word === 'on' && !problem, pin, rootFile: updateRoot ?? trustedRoot(), problem };
}

function problemOf(word: string, pin: string | null): string | null {
  if (word !== 'on' && word !== 'off') return `updates can be on or off, and are said to be ${word}`;
  if (pin !== null && !isVersion(pin))
    return `the pinned version ${pin} is none: three numbers such as 1.2.3`;
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
