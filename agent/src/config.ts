import { join } from 'node:path';
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
}

/** As root the system's place for a service's state, otherwise the user's own. */
export const defaultStateDir = (): string =>
  isRoot() && process.platform === 'linux'
    ? '/var/lib/assay-agent'
    : join(envPaths('assay', { suffix: '' }).data, 'agent');
