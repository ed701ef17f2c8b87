import { agentState } from './agent/own-state.ts';
import { diskEncryptionOnMacos } from './disk_encryption/macos.ts';
import { createEdrOnMacos } from './edr/macos.ts';
import { firewallOnMacos } from './firewall/macos.ts';
import { osOnMacos } from './os/macos.ts';
import type { AnyProbe } from './probe.ts';

/** All probes written for macOS; a fresh set each time, since some remember. */
export const macosProbes = (): readonly AnyProbe[] => [
  osOnMacos,
  diskEncryptionOnMacos,
  createEdrOnMacos(),
  firewallOnMacos,
  agentState,
];
