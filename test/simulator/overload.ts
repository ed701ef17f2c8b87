import { readProcessCost } from '../bench/footprint/process-cost.ts';
import type { Simulation } from './start-simulation.ts';
import type { Quantiles } from './tally.ts';

/** What became of one level of offered load. */
export interface OverloadStep {
  name: string;
  /** What was due a second. */
  offeredPerS: number;
  acceptedPerS: number;
  sent: number;
  acknowledged: number;
  /** Acknowledged for each second of the collector's CPU: what it does with the work, however much of the machine it gets. */
  perCpuS: number;
  took: Quantiles;
  /** Due, but the agent had as much unanswered as the protocol permits, or was sent away: back-pressure at work. */
  heldBackPerS: number;
  /** Sessions refused meanwhile, and how many of these were told how long to stay away. */
  refused: number;
  refusedWithHint: number;
  rssMb: number;
}

export interface Overload {
  peakPerS: number;
  peakPerCpuS: number;
  /** Before any load. */
  restMb: number;
  steps: OverloadStep[];
}

const LEVELS = { half: 0.5, full: 1, twice: 2 } as const;
const WARM_UP_S = 2;

/** Finds the peak of a connected fleet, then offers parts and multiples of it. */
export async function measureOverload(
  { fleet, collector }: Simulation,
  { seconds, progress }: { seconds: number; progress(text: string): void },
): Promise<Overload> {
  const mix = { report: 9, change: 1 };
  const restMb = readProcessCost(collector.pid).rssMb;
  const loadAndCost = async (more: { perSecond?: number } = {}) => {
    await fleet.signAhead({ mix, seconds, ...more });
    const before = readProcessCost(collector.pid).cpuS;
    const load = await fleet.load({ mix: { report: 1 }, seconds, ...more });
    return { load, perCpuS: load.acknowledged / (readProcessCost(collector.pid).cpuS - before) };
  };
  await fleet.load({ mix, seconds: WARM_UP_S });
  const peak = await loadAndCost();
  const peakPerS = peak.load.perSecond;
  progress(`peak: ${Math.round(peakPerS)} reports/s`);
  const steps: OverloadStep[] = [];
  for (const [name, part] of Object.entries(LEVELS)) {
    const before = await fleet.status();
    const offeredPerS = peakPerS * part;
    const { load, perCpuS } = await loadAndCost({ perSecond: offeredPerS });
    const after = await fleet.status();
    const count = ({ refused }: typeof after) => Object.values(refused).reduce((sum, n) => sum + n, 0);
    steps.push({
      name,
      offeredPerS,
      acceptedPerS: load.perSecond,
      sent: load.sent,
      acknowledged: load.acknowledged,
      perCpuS,
      took: load.took,
      heldBackPerS: load.heldBack / seconds,
      refused: count(after) - count(before),
      refusedWithHint: after.withRetryHint - before.withRetryHint,
      rssMb: readProcessCost(collector.pid).rssMb,
    });
    progress(
      `${name}: ${Math.round(offeredPerS)}/s offered, ${Math.round(load.perSecond)}/s accepted, p99 ${Math.round(load.took.p99)} ms`,
    );
  }
  return { peakPerS, peakPerCpuS: peak.perCpuS, restMb, steps };
}
