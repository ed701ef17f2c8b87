import { setTimeout as sleep } from 'node:timers/promises';
import { readProcessCost } from '../bench/footprint/process-cost.ts';
import type { Simulation } from './start-simulation.ts';
import type { Quantiles } from './tally.ts';

export interface ComeBackPlan {
  /** Agents that come back; the simulation has `steady` more. */
  agents: number;
  /** Agents that are back first, and go on reporting while the others come. */
  steady: number;
  /** Agents that lost their collector come back spread over this time. */
  jitterMs: number;
  /** Reports a second of all of them while the collector is killed. */
  reportsPerS: number;
  /** All report in full, as after a power cut that took the laptops as well. */
  anew: boolean;
}

/** How a fleet came back to a collector that was killed. */
export interface ComeBack {
  back: number;
  /** Of them, with a TLS ticket of before. */
  resumedShare: number;
  /** From the kill until everybody had a session and an acknowledged report, or an acknowledgement that it still stands. */
  allBackS: number;
  /** From the kill until the collector served again. */
  restartS: number;
  attempts: number;
  /** From an agent's first attempt until it was back, ms. */
  waited: Quantiles;
  acknowledgedBefore: number;
  /** Agents that came back to a collector which had forgotten an acknowledged report. */
  lostReports: number;
  /** How long acknowledgement took for those who were there. */
  steadyAck: Quantiles;
  rssMb: number;
}

const LONGEST_S = 300;
const REPORTING_S = 3;
const STEADY_PER_S = 2;

/**
 * Connects a fleet, kills the collector amid its reports, starts it anew, and lets all come back by themselves, as agents
 * do: with a TLS ticket, and without a report where the last one was acknowledged.
 */
export async function comeBack(
  simulation: Simulation,
  { agents, steady, jitterMs, reportsPerS, anew }: ComeBackPlan,
  { progress, atEnd }: { progress(text: string): void; atEnd(step: () => unknown): void },
): Promise<ComeBack> {
  const { fleet, collector } = simulation;
  const first = await simulation.others({ isPrompt: true });
  progress(`connecting ${agents} agents`);
  await fleet.connect({ to: agents, report: true, resume: true, spreadMs: agents });
  progress('kill -9 amid their reports');
  const reporting = fleet.load({
    to: agents,
    mix: { report: 1 },
    perSecond: reportsPerS,
    seconds: REPORTING_S + 1,
  });
  await sleep(REPORTING_S * 1000);
  await collector.kill();
  const killedAt = performance.now();
  const { acknowledged: acknowledgedBefore } = await fleet.status();
  await reporting;

  const timeoutMs = LONGEST_S * 1000;
  const spec = { to: agents, report: true, resume: !anew, anew, spreadMs: jitterMs, timeoutMs };
  const othersBack = fleet.connect(spec);
  const again = await simulation.restart();
  atEnd(() => again.stop());
  const restartS = (performance.now() - killedAt) / 1000;
  // Whoever tries before that stays away for some seconds, and would see only the end of the rush.
  await first.connect({ from: agents, to: agents + steady, report: true });
  const mix = { report: 9, change: 1 };
  const acks = first.load({ from: agents, mix, perSecond: steady * STEADY_PER_S, seconds: LONGEST_S });
  const { connected, attempts, waited, resumed } = await othersBack;
  const allBackS = (performance.now() - killedAt) / 1000;
  await first.endLoad();
  const { took } = await acks;
  const { lostReports } = await fleet.status();
  return {
    back: connected,
    resumedShare: resumed / agents,
    allBackS,
    restartS,
    attempts,
    waited,
    acknowledgedBefore,
    lostReports,
    steadyAck: took,
    rssMb: readProcessCost(again.pid).rssMb,
  };
}
