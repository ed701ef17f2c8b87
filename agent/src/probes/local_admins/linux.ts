import { ok } from '@assay/shared';
import { fileProblemToOutcome } from '../../system/file-error.ts';
import type { Probe } from '../probe.ts';
import { findAdmins } from './accounts.ts';
import { hasFurtherRules, SUDOERS } from './sudo-rules.ts';
import { readWaysIn, WAYS_IN } from './ways-in.ts';

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
