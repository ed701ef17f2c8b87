import { agentState } from './agent/own-state.ts';
import { browsersOnWindows } from './browsers/windows.ts';
import { createCimBatch } from './cim/cim-batch.ts';
import { createDiskEncryptionOnWindows } from './disk_encryption/windows.ts';
import { createEdrOnWindows } from './edr/windows.ts';
import { createFirewallOnWindows } from './firewall/windows.ts';
import { createHardwareOnWindows } from './hardware/windows.ts';
import { identityOnWindows } from './identity/windows.ts';
import { createKernelIntegrityOnWindows } from './kernel_integrity/windows.ts';
import { createLocalAdminsOnWindows } from './local_admins/windows.ts';
import { mdmOnWindows } from './mdm/windows.ts';
import { osOnWindows } from './os/windows.ts';
import type { AnyProbe } from './probe.ts';
import { rebootPendingOnWindows } from './reboot_pending/windows.ts';
import { remoteAccessOnWindows } from './remote_access/windows.ts';
import { screenLockOnWindows } from './screen_lock/windows.ts';
import { secureBootOnWindows } from './secure_boot/windows.ts';
import { createTpmOnWindows } from './tpm/windows.ts';
import { createUpdatesOnWindows } from './updates/windows.ts';

/** All probes written for Windows; a fresh set each time, since some remember. */
export function windowsProbes(): readonly AnyProbe[] {
  const cim = createCimBatch();
  const asking: AnyProbe[] = [
    createDiskEncryptionOnWindows(cim),
    createEdrOnWindows(cim),
    createFirewallOnWindows(cim),
    createTpmOnWindows(cim),
    createKernelIntegrityOnWindows(cim),
    createHardwareOnWindows(cim),
    createUpdatesOnWindows(cim),
    createLocalAdminsOnWindows(cim),
  ];
  return [
    ...asking.map((probe) => ({ ...probe, forget: cim.doubt })),
    osOnWindows,
    secureBootOnWindows,
    rebootPendingOnWindows,
    mdmOnWindows,
    identityOnWindows,
    remoteAccessOnWindows,
    screenLockOnWindows,
    browsersOnWindows,
    agentState,
  ];
}
