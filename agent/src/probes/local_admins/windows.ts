import { ok, unknown } from '@assay/shared';
import { readKey } from '../../system/windows/registry.ts';
import { ifTold, untoldToOutcome } from '../../system/windows/untold.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import type { Probe } from '../probe.ts';

const WINLOGON = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon';

/** Members of the administrators' group, which is found by its number: its name is in the system's language. */
export const createLocalAdminsOnWindows = (cim: CimBatch): Probe<'local_admins'> => ({
  signal: 'local_admins',
  watch: [],
  everyMs: 900_000,
  deadlineMs: CIM_DEADLINE_MS + 15_000,
  async observe(context) {
    try {
      const answer = await cim.read(context);
      const members = answer.items('admins').map((item) => toAccount(item.text('path')));
      const guestIsOff = answer.tells('guest') ? answer.items('guest')[0]?.flag('disabled') : undefined;
      // The built-in one is always a member.
      if (members.length === 0 || members.includes(undefined)) {
        return unknown('unparsed', "CIM: the administrators' group is not understood");
      }
      const login = (await ifTold(readKey(context.exec, WINLOGON)))?.text('AutoAdminLogon');
      return ok({
        accounts: members.filter((account) => account !== undefined).sort(),
        ...(guestIsOff === undefined ? {} : { guest_account: !guestIsOff }),
        ...(login === '1' || login === '0' ? { automatic_login: login === '1' } : {}),
      });
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
});

/** `WinNT://DOMAIN/computer/name` as `name` for local accounts, `DOMAIN\name` for others, or a bare SID. */
function toAccount(path: string | undefined): string | undefined {
  const parts = /^WinNT:\/\/(.+)$/i.exec(path ?? '')?.[1]?.split('/');
  if (!parts || parts.length > 3 || parts.includes('')) return undefined;
  return parts.length === 2 ? parts.join('\\') : parts.at(-1);
}
