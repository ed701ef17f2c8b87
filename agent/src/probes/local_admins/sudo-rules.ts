import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { grantsMore, includedDirectories, isReadFromDirectory } from './sudoers.ts';

export const SUDOERS = '/etc/sudoers';

/** No sudoers file, no rules; one that may not be read is no answer. */
export async function hasFurtherRules(files: Files): Promise<boolean> {
  const main = await ifThere(files.readText(SUDOERS));
  if (main === undefined) return false;
  if (grantsMore(main)) return true;
  for (const directory of includedDirectories(main)) {
    const names = (await ifThere(files.list(directory))) ?? [];
    for (const name of names.filter(isReadFromDirectory)) {
      if (grantsMore((await ifThere(files.readText(`${directory}/${name}`))) ?? '')) return true;
    }
  }
  return false;
}
