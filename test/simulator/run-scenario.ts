import { readProcessCost } from '../bench/footprint/process-cost.ts';
import { type Machine, machineFacts } from '../bench/harness.ts';
import type { Progress } from './progress-bar.ts';
import type { ScenarioResult, SimulatorScenario } from './scenario.ts';
import { startSimulation } from './start-simulation.ts';

export interface SimulatorRun extends ScenarioResult {
  scenario: string;
  startedAt: string;
  machine: Machine;
  agents: number;
  seed: number;
  /** What the simulator itself used, in its own processes: it shared the machine with the collector. */
  simulator: { cpu_s: number; rss_mb: number };
  collector: { cpu_s: number; rss_mb: number };
}

export interface RunOptions {
  name: string;
  agents: number;
  seed: number;
  seconds: number;
  progress: Progress;
  atEnd(step: () => unknown): void;
}

/** Starts a collector and a fleet of its own, and plays a scenario with them. */
export async function runScenario(scenario: SimulatorScenario, options: RunOptions): Promise<SimulatorRun> {
  const { name, agents, seed, seconds, progress, atEnd } = options;
  const startedAt = new Date().toISOString();
  const machine = machineFacts();
  const simulation = await startSimulation({ agents, seed, progress: progress.say, atEnd });
  const { fleet, collector } = simulation;
  const fleets = [fleet];
  const live = async () => {
    const { open, acknowledged } = await fleet.status();
    return `${open} sessions, ${acknowledged} acknowledged`;
  };
  const result = await scenario.run({
    ...simulation,
    agents,
    seconds,
    say: progress.say,
    during: (text, expectedS, work) => progress.during(text, expectedS, work, live),
    async others() {
      const more = await simulation.others();
      fleets.push(more);
      return more;
    },
  });
  const costs = await Promise.all(fleets.map((each) => each.status()));
  const { cpuS, rssMb } = readProcessCost(collector.pid);
  return {
    scenario: name,
    startedAt,
    machine,
    agents,
    seed,
    ...result,
    simulator: { cpu_s: sum(costs.map((cost) => cost.cpuS)), rss_mb: sum(costs.map((cost) => cost.rssMb)) },
    collector: { cpu_s: cpuS, rss_mb: rssMb },
  };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
