import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDataDir } from '../../collector/src/config.ts';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import { enrollDirectly } from './enroll-directly.ts';
import { raiseFileLimit } from './file-limit.ts';
import { type FleetManner, type FleetProcess, startFleet } from './fleet-process.ts';

export interface SimulationOptions extends FleetManner {
  agents: number;
  /** As many of them are in the fleet, the first; the others exist in the store alone. Missing: all. */
  live?: number;
  seed: number;
  progress(text: string): void;
  /** Stops what was started, the newest first. */
  atEnd(step: () => unknown): void;
  /** Further options of the collector's `serve`. */
  options?: string[];
  /** Writes what the fleet said before the collector starts. */
  prepare?(dataDir: string): Promise<void>;
}

/** A collector of its own with a fleet that is enrolled at it, each in a process. */
export interface Simulation {
  collector: CollectorProcess;
  fleet: FleetProcess;
  dataDir: string;
  /** After the collector has ended: starts it again where the agents look for it. */
  restart(): Promise<CollectorProcess>;
  /** The same fleet in one more process, so that two parts of it can do different things at once. */
  others(manner?: FleetManner): Promise<FleetProcess>;
}

export async function startSimulation(simulation: SimulationOptions): Promise<Simulation> {
  const {
    agents,
    seed,
    progress,
    atEnd,
    options = [],
    prepare,
    live = agents,
    isPrompt = false,
  } = simulation;
  raiseFileLimit(live);
  const dir = mkdtempSync(join(tmpdir(), 'assay-simulation-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const dataDir = join(dir, 'collector');
  progress(`enrolling ${agents} devices in the store`);
  await enrollDirectly(dataDir, { seed, agents });
  // As `init` does: what issues certificates is not part of a collector that runs.
  prepareDataDir(dataDir);
  await loadOwnTls(join(dataDir, 'keys'), [], Date.now());
  await prepare?.(dataDir);
  const port = await steadyPort();
  let collector = await startCollectorProcess({ dataDir, options, port });
  atEnd(() => collector.stop());
  const { url, ca } = collector;
  async function others(manner: FleetManner = {}): Promise<FleetProcess> {
    const fleet = await startFleet({ seed, agents: live, door: { url, ca } }, manner);
    atEnd(() => fleet.stop());
    return fleet;
  }
  return {
    collector,
    fleet: await others({ isPrompt }),
    dataDir,
    others,
    async restart() {
      collector = await startCollectorProcess({ dataDir, options, port });
      return collector;
    },
  };
}
