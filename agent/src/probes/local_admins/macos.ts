import { type LocalAdmins, ok, unknown } from '@assay/shared';
import { type Exec, execProblemToOutcome } from '../../system/exec.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import { parsePlist } from '../../system/plist.ts';
import { asDict, asList, flagAt, textAt } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { hasFurtherRules, SUDOERS } from './sudo-rules.ts';

const LOGIN_WINDOW = '/Library/Preferences/com.apple.loginwindow.plist';
const GROUPS = '/var/db/dslocal/nodes/Default/groups';
const MEMBERS = 'dsAttrTypeStandard:GroupMembership';
/** Apple's own, on every Mac. */
const EXPECTED = ['_mbsetupuser'];

/** Members of the group of administrators, and who gets in without a password. */
export const localAdminsOnMacos: Probe<'local_admins'> = {
  signal: 'local_admins',
  watch: [GROUPS, LOGIN_WINDOW, SUDOERS, '/etc/sudoers.d', '/etc/kcpassword'],
  everyMs: 300_000,
  deadlineMs: 15_000,
  async observe(context) {
    try {
      const answer = await context.exec.run('dscl', [
        '-plist',
        '.',
        '-read',
        '/Groups/admin',
        'GroupMembership',
      ]);
      if (answer.status !== 'ok') return execProblemToOutcome('dscl', answer);
      const members = asDict(parsePlist(answer.stdout)).get(MEMBERS);
      if (!Array.isArray(members)) return unknown('unparsed', 'dscl names no members of the group admin');
      const names = asList(members).filter((name) => typeof name === 'string');
      const rootLogin = await readRootLogin(context.exec);
      return ok({
        accounts: names.filter((name) => !EXPECTED.includes(name)).sort(),
        sudo_rules: await hasFurtherRules(context.files),
        ...(await readWaysIn(context)),
        ...(rootLogin ? { root_login: rootLogin } : {}),
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function readWaysIn(
  context: ProbeContext,
): Promise<Pick<LocalAdmins, 'automatic_login' | 'guest_account'>> {
  const settings = await ifReadable(readPlist(context, LOGIN_WINDOW));
  if (!settings) return {};
  const guest = flagAt(settings, 'GuestEnabled');
  return {
    automatic_login: textAt(settings, 'autoLoginUser') !== undefined,
    ...(guest === undefined ? {} : { guest_account: guest }),
  };
}

/** Root has no way to prove itself unless somebody gave it one. */
async function readRootLogin(exec: Exec): Promise<LocalAdmins['root_login']> {
  const answer = await exec.run('dscl', [
    '/Local/Default',
    '-read',
    '/Users/root',
    'AuthenticationAuthority',
  ]);
  if (answer.status !== 'ok') return undefined;
  const text = `${answer.stdout}\n${answer.stderr}`;
  if (/^No such key: AuthenticationAuthority/m.test(text)) return 'locked';
  if (/;DisabledUser;/.test(text)) return 'locked';
  return /;ShadowHash;/.test(text) ? 'password' : undefined;
}
