import { ok, unknown } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { readKey } from '../../system/windows/registry.ts';
import { untoldToOutcome } from '../../system/windows/untold.ts';
import type { Probe } from '../probe.ts';

const SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const AUTO_UPDATE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
const NAMES = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName';

/** What Windows itself leaves behind when a restart has to finish something. */
export const rebootPendingOnWindows: Probe<'reboot_pending'> = {
  signal: 'reboot_pending',
  // What waits for the restart is put together there; recalled, a hint beside the ladder.
  watch: ['/Windows/WinSxS/pending.xml'],
  everyMs: 60_000,
  deadlineMs: 15_000,
  async observe({ exec }) {
    try {
      const servicing = await marks(exec, SERVICING, ['RebootPending', 'RebootInProgress']);
      const updating = await marks(exec, AUTO_UPDATE, ['RebootRequired']);
      const reasons = [...(servicing ?? []), ...(updating ?? []), ...(await renamed(exec))];
      // Every Windows has that key: where it is not, a missing mark means nothing.
      if (reasons.length === 0 && !servicing) return unknown('not_supported', `no ${SERVICING}`);
      return ok({ pending: reasons.length > 0, reasons });
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
};

/** @returns undefined where the key that would hold them is not there */
async function marks(exec: Exec, path: string, names: readonly string[]): Promise<string[] | undefined> {
  const subkeys = (await readKey(exec, path))?.subkeys.map((name) => name.toLowerCase());
  return (
    subkeys && names.filter((name) => subkeys.includes(name.toLowerCase())).map((name) => `${path}\\${name}`)
  );
}

// Files that wait to be renamed are left out: browsers and printers leave some all the time.
async function renamed(exec: Exec): Promise<string[]> {
  const active = (await readKey(exec, `${NAMES}\\ActiveComputerName`))?.text('ComputerName');
  const next = (await readKey(exec, `${NAMES}\\ComputerName`))?.text('ComputerName');
  const differs = active && next && active.toUpperCase() !== next.toUpperCase();
  return differs ? ['the computer gets another name'] : [];
}
