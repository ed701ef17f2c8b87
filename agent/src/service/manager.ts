import type { Platform } from '@assay/shared';
import { launchdManager } from './launchd-manager.ts';
import { openMachine } from './machine.ts';
import type { ServiceManager } from './service-manager.ts';
import { systemdManager } from './systemd-manager.ts';
import { windowsManager } from './windows-manager.ts';

export const openServiceManager = (platform: Platform, machine = openMachine(platform)): ServiceManager =>
  ({ linux: systemdManager, macos: launchdManager, windows: windowsManager })[platform](machine);
