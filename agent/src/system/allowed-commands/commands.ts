import type { Platform } from '@assay/shared';
import { LINUX_COMMANDS } from './linux.ts';
import { MACOS_COMMANDS } from './macos.ts';
import type { SERVICE_COMMANDS } from './service.ts';
import { WINDOWS_COMMANDS } from './windows.ts';

/** A program by the name its probe, or the service, calls it. */
export type CommandName =
  | keyof typeof LINUX_COMMANDS
  | keyof typeof MACOS_COMMANDS
  | keyof typeof WINDOWS_COMMANDS
  | { [P in Platform]: keyof (typeof SERVICE_COMMANDS)[P] }[Platform];

/** Where each listed program may be; a name that a platform lacks is never run there. */
export type Commands = Partial<Record<CommandName, readonly string[]>>;

/** The allow-list of each platform. */
export const ALLOWED_COMMANDS: Record<Platform, Commands> = {
  linux: LINUX_COMMANDS,
  macos: MACOS_COMMANDS,
  windows: WINDOWS_COMMANDS,
};
