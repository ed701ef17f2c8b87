import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Platform, toPlatform } from '@assay/shared';
import envPaths from 'env-paths';
import type { JournalBounds } from './journal.ts';
import { isRoot } from './system/privilege.ts';

/** How an agent runs. */
export interface AgentConfig {
  /** Device key and identity; readable by the agent's own user alone. */
  stateDir: string;
  /** `/`, or a disk image or test tree to look at instead of this machine; reports say so. */
  inspectedRoot: string;
}

/** How a running agent runs. */
export interface RunConfig extends AgentConfig {
  /** Where the collector is now; null: where it was at enrollment. */
  url: string | null;
  /** How much is kept of the time offline, and for how long. */
  journal: JournalBounds;
  /** Null: this very version runs, whatever newer ones there are. */
  updates: UpdateConfig | null;
}

/** How an agent renews itself. All of it is said on this machine, by whoever installs; a collector cannot change it. */
export interface UpdateConfig {
  /** Where versions and what is known of them are kept. */
  dir: string;
  /** File with the TUF root metadata that is trusted. */
  rootFile: string;
  /** This version and no other; null: the newest that is rolled out to this device. */
  pin: string | null;
  /** Between two looks, ms. */
  intervalMs: number;
}

/** Where the installed service keeps its state; what else of it lies where says service/places.ts. */
export const SERVICE_STATE_DIR: Record<Platform, string> = {
  linux: '/var/lib/assay-agent',
  macos: '/Library/Application Support/Assay/agent',
  windows: 'C:\\ProgramData\\Assay\\agent',
};

/** As root the service's own, otherwise the user's; on Windows the service's where it is installed. */
export function defaultStateDir(): string {
  const dir = SERVICE_STATE_DIR[toPlatform(process.platform)];
  if (process.platform === 'win32' ? existsSync(dir) : isRoot()) return dir;
  return join(envPaths('assay', { suffix: '' }).data, 'agent');
}
