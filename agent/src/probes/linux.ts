import { agentState } from './agent/own-state.ts';
import { diskEncryptionOnLinux } from './disk_encryption/linux.ts';
import { createEdrOnLinux } from './edr/linux.ts';
import { firewallOnLinux } from './firewall/linux.ts';
import { hardwareOnLinux } from './hardware/linux.ts';
import { localAdminsOnLinux } from './local_admins/linux.ts';
import { osOnLinux } from './os/linux.ts';
import type { AnyProbe } from './probe.ts';
import { rebootPendingOnLinux } from './reboot_pending/linux.ts';
import { remoteAccessOnLinux } from './remote_access/linux.ts';
import { secureBootOnLinux } from './secure_boot/linux.ts';
import { tpmOnLinux } from './tpm/linux.ts';
import { createUpdatesOnLinux } from './updates/linux.ts';

/** All probes written for Linux; a fresh set each time, since some remember. */
export const linuxProbes = (): readonly AnyProbe[] => [
  osOnLinux,
  createUpdatesOnLinux(),
  rebootPendingOnLinux,
  diskEncryptionOnLinux,
  createEdrOnLinux(),
  firewallOnLinux,
  secureBootOnLinux,
  tpmOnLinux,
  hardwareOnLinux,
  localAdminsOnLinux,
  remoteAccessOnLinux,
  agentState,
];
