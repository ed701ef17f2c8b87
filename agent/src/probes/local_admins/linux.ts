import { ok } from '@assay/shared';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { findAdmins } from './accounts.ts';
import { grantsMore, includedDirectories, isReadFromDirectory } from './sudoers.ts';
import { readWaysIn, WAYS_IN } from './ways-in.ts';

const SUDOERS = '/etc/sudoers';

/** Who may become root. */
export const localAdminsOnLinux: Probe<'local_admins'> = {
  signal: 'local_admins',
  watch: ['/etc/passwd', '/etc/group', SUDOERS, '/etc/sudoers.d', ...WAYS_IN],
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const passwd = await files.readText('/etc/passwd');
      const group = await files.readText('/etc/group');
      return ok({
        accounts: findAdmins(passwd, group),
        sudo_rules: await hasFurtherRules(files),
        ...(await readWaysIn(files)),
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** No sudoers file, no rules; one that may not be read is no answer. */
async function hasFurtherRules(files: Files): Promise<boolean> {
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
