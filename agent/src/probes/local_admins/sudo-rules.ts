import { posix } from 'node:path';
import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { grantsMore, includedDirectories, isReadFromDirectory } from './sudoers.ts';

export const SUDOERS = '/etc/sudoers';
/** The first that exists counts: the distribution's own is in /usr where /etc is left to administrators. */
const PLACES = [SUDOERS, '/usr/etc/sudoers'];

/** No sudoers file, no rules; one that may not be read is no answer. */
export async function hasFurtherRules(files: Files): Promise<boolean> {
  for (const path of PLACES) {
    const text = await ifThere(files.readText(path));
    if (text !== undefined) return grantsMoreWithin(files, { path, text }, new Set());
  }
  return false;
}

/** @param seen directories that were looked into already: they may include one another */
async function grantsMoreWithin(
  files: Files,
  { path, text }: { path: string; text: string },
  seen: Set<string>,
): Promise<boolean> {
  if (grantsMore(text)) return true;
  for (const directory of includedDirectories(text, posix.dirname(path))) {
    if (seen.has(directory)) continue;
    seen.add(directory);
    const names = (await ifThere(files.list(directory))) ?? [];
    for (const name of names.filter(isReadFromDirectory)) {
      const included = `${directory}/${name}`;
      const more = (await ifThere(files.readText(included))) ?? '';
      if (await grantsMoreWithin(files, { path: included, text: more }, seen)) return true;
    }
  }
  return false;
}
