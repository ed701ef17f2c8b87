import { agentState } from './agent/own-state.ts';
import { browsersOnLinux } from './browsers/linux.ts';
import { createDiskEncryptionOnLinux } from './disk_encryption/linux.ts';
import { createEdrOnLinux } from './edr/linux.ts';
import { firewallOnLinux } from './firewall/linux.ts';
import { hardwareOnLinux } from './hardware/linux.ts';
import { identityOnLinux } from './identity/linux.ts';
import { kernelIntegrityOnLinux } from './kernel_integrity/linux.ts';
import { localAdminsOnLinux } from './local_admins/linux.ts';
import { mdmOnLinux } from './mdm/linux.ts';
import { osOnLinux } from './os/linux.ts';
import type { AnyProbe } from './probe.ts';
import { rebootPendingOnLinux } from './reboot_pending/linux.ts';
import { remoteAccessOnLinux } from './remote_access/linux.ts';
import { screenLockOnLinux } from './screen_lock/linux.ts';
import { secureBootOnLinux } from './secure_boot/linux.ts';
import { tpmOnLinux } from './tpm/linux.ts';
import { createUpdatesOnLinux } from './updates/linux.ts';

/** All probes written for Linux; a fresh set each time, since some remember. */
export const linuxProbes = (): readonly AnyProbe[] => [
  osOnLinux,
  createUpdatesOnLinux(),
  rebootPendingOnLinux,
  createDiskEncryptionOnLinux(),
  createEdrOnLinux(),
  firewallOnLinux,
  screenLockOnLinux,
  secureBootOnLinux,
  tpmOnLinux,
  kernelIntegrityOnLinux,
  remoteAccessOnLinux,
  localAdminsOnLinux,
  mdmOnLinux,
  identityOnLinux,
  hardwareOnLinux,
  browsersOnLinux,
  agentState,
];
