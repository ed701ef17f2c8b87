import type { Platform } from '@assay/shared';
import { SERVICE_STATE_DIR } from '../config.ts';

/** What an installed agent is called, and where it and its things are. */
export interface Places {
  /** Of the service, as its platform's manager knows it. */
  name: string;
  executable: string;
  stateDir: string;
  /** Where IT may put a join string; removed once it was used. */
  joinFile: string;
  /** What the service is defined by. */
  definition: string;
  logDir: string | null;
  /** TUF root metadata that IT trusts, and those that came with the package. */
  updateRoot: string;
  packagedUpdateRoot: string;
}

export const PLACES: Record<Platform, Places> = {
  linux: {
    name: 'assay-agent',
    executable: '/usr/bin/assay-agent',
    stateDir: SERVICE_STATE_DIR.linux,
    joinFile: '/etc/assay-agent/join',
    definition: '/etc/systemd/system/assay-agent.service',
    logDir: null,
    updateRoot: '/etc/assay-agent/update-root.json',
    packagedUpdateRoot: '/usr/lib/assay-agent/update-root.json',
  },
  macos: {
    name: 'dev.assay.agent',
    executable: '/opt/assay-agent/assay-agent',
    stateDir: SERVICE_STATE_DIR.macos,
    joinFile: '/Library/Application Support/Assay/join',
    definition: '/Library/LaunchDaemons/dev.assay.agent.plist',
    logDir: '/Library/Logs/Assay',
    updateRoot: '/Library/Application Support/Assay/update-root.json',
    packagedUpdateRoot: '/opt/assay-agent/update-root.json',
  },
  windows: {
    name: 'AssayAgent',
    executable: 'C:\\Program Files\\Assay Agent\\assay-agent.exe',
    stateDir: SERVICE_STATE_DIR.windows,
    joinFile: 'C:\\ProgramData\\Assay\\join',
    definition: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\AssayAgent',
    logDir: 'C:\\ProgramData\\Assay\\logs',
    updateRoot: 'C:\\ProgramData\\Assay\\update-root.json',
    packagedUpdateRoot: 'C:\\Program Files\\Assay Agent\\update-root.json',
  },
};

/** Keys of the registry and of a managed preference alike: what IT can say without touching the machine. */
export const SETTINGS = {
  joinString: 'JoinString',
  httpsProxy: 'HttpsProxy',
  noProxy: 'NoProxy',
  updates: 'Updates',
  updatePin: 'UpdatePin',
  updateInterval: 'UpdateInterval',
} as const;

/** The service's environment, which commands look into as well. */
export const ENVIRONMENT_FILE = '/etc/assay-agent/agent.env';

/** A profile goes before what `defaults write` told this Mac alone. */
export const PREFERENCES = [
  '/Library/Managed Preferences/dev.assay.agent.plist',
  '/Library/Preferences/dev.assay.agent.plist',
] as const;
/** A policy goes before what the installer was told. */
export const REGISTRY_KEYS = [
  'HKLM\\SOFTWARE\\Policies\\Assay\\Agent',
  'HKLM\\SOFTWARE\\Assay\\Agent',
] as const;
