import { join } from 'node:path';
import envPaths from 'env-paths';
import { isRoot } from './system/privilege.ts';

/** How an agent runs. */
export interface AgentConfig {
  /** Device key and identity; readable by the agent's own user alone. */
  stateDir: string;
  /** `/`, or a disk image or test tree to look at instead of this machine; reports say so. */
  inspectedRoot: string;
}

/** As root the system's place for a service's state, otherwise the user's own. */
export const defaultStateDir = (): string =>
  isRoot() && process.platform === 'linux'
    ? '/var/lib/assay-agent'
    : join(envPaths('assay', { suffix: '' }).data, 'agent');
