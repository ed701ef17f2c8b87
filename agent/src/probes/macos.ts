import { agentState } from './agent/own-state.ts';
import { browsersOnMacos } from './browsers/macos.ts';
import { diskEncryptionOnMacos } from './disk_encryption/macos.ts';
import { createEdrOnMacos } from './edr/macos.ts';
import { firewallOnMacos } from './firewall/macos.ts';
import { hardwareOnMacos } from './hardware/macos.ts';
import { identityOnMacos } from './identity/macos.ts';
import { kernelIntegrityOnMacos } from './kernel_integrity/macos.ts';
import { localAdminsOnMacos } from './local_admins/macos.ts';
import { mdmOnMacos } from './mdm/macos.ts';
import { osOnMacos } from './os/macos.ts';
import type { AnyProbe } from './probe.ts';
import { rebootPendingOnMacos } from './reboot_pending/macos.ts';
import { remoteAccessOnMacos } from './remote_access/macos.ts';
import { screenLockOnMacos } from './screen_lock/macos.ts';
import { secureBootOnMacos } from './secure_boot/macos.ts';
import { tpmOnMacos } from './tpm/macos.ts';
import { updatesOnMacos } from './updates/macos.ts';

/** All probes written for macOS; a fresh set each time, since some remember. */
export const macosProbes = (): readonly AnyProbe[] => [
  osOnMacos,
  updatesOnMacos,
  rebootPendingOnMacos,
  diskEncryptionOnMacos,
  createEdrOnMacos(),
  firewallOnMacos,
  screenLockOnMacos,
  secureBootOnMacos,
  tpmOnMacos,
  kernelIntegrityOnMacos,
  remoteAccessOnMacos,
  localAdminsOnMacos,
  mdmOnMacos,
  identityOnMacos,
  hardwareOnMacos,
  browsersOnMacos,
  agentState,
];
