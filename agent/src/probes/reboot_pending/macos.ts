import { ok, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import { parseFileVaultStatus } from '../disk_encryption/filevault.ts';
import { parseSystemExtensions } from '../edr/system-extensions.ts';
import type { Probe } from '../probe.ts';

const WAITS_FOR_RESTART = /\bon reboot$/;

/** macOS has no flag for it: what asks for a restart is told, that nothing does cannot be. */
export const rebootPendingOnMacos: Probe<'reboot_pending'> = {
  signal: 'reboot_pending',
  watch: ['/Library/SystemExtensions/db.plist'],
  everyMs: 3_600_000,
  deadlineMs: 15_000,
  async observe({ exec }) {
    const list = await exec.run('systemextensionsctl', ['list']);
    const vault = await exec.run('fdesetup', ['status']);
    const extensions = (list.status === 'ok' && parseSystemExtensions(list.stdout)) || [];
    const notes = vault.status === 'ok' ? parseFileVaultStatus(vault.stdout).notes : [];
    const reasons = [
      ...extensions
        .filter(({ state }) => WAITS_FOR_RESTART.test(state))
        .map(({ bundleId, state }) => `system extension ${bundleId}: ${state}`),
      ...notes.filter((note) => note.includes('restart')).map((note) => `FileVault ${note}`),
    ];
    if (reasons.length > 0) return ok({ pending: true, reasons });
    if (list.status !== 'ok') return execProblemToOutcome('systemextensionsctl', list);
    return unknown('not_supported', 'macOS does not say whether an update waits for a restart');
  },
};
