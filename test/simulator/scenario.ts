import { threadsS } from '../bench/footprint/process-cost.ts';
import type { FleetProcess } from './fleet-process.ts';
import type { LoadResult } from './load.ts';
import type { Simulation } from './start-simulation.ts';

/** Something that must be true of the collector after a scenario. */
export interface Expectation {
  what: string;
  held: boolean;
}

export interface ScenarioResult {
  /** Names end in their unit where they have one. */
  figures: Record<string, number>;
  expectations: Expectation[];
}

/** What a scenario has at hand. */
export interface Stage extends Simulation {
  agents: number;
  /** How long its main part goes on. */
  seconds: number;
  say(text: string): void;
  /** Shows how far something is that takes that long. */
  during<T>(text: string, seconds: number, work: Promise<T>): Promise<T>;
}

/** A file in `scenarios/` that exports this as `scenario` is found by its name. */
export interface SimulatorScenario {
  summary: string;
  run(stage: Stage): Promise<ScenarioResult>;
}

export const expectation = (what: string, held: boolean): Expectation => ({ what, held });

/** @throws Error unless everybody could connect */
export async function connectAll(
  { fleet, agents, during }: Stage,
  { from = 0, to = agents }: { from?: number; to?: number } = {},
): Promise<void> {
  const spread = Math.max(2000, to - from);
  const connecting = fleet.connect({ from, to, report: true, comesBack: true, spreadMs: spread });
  const { connected } = await during(`connecting ${to - from} agents`, spread / 1000, connecting);
  if (connected < to - from) throw new Error(`only ${connected} of ${to - from} agents could connect`);
}

/** A share of the fleet, at least two. */
export const shareOf = (agents: number, part: number): number =>
  Math.min(agents, Math.max(2, Math.round(agents * part)));

export const loadFigures = ({ sent, acknowledged, perSecond, took, ended }: LoadResult) => ({
  sent,
  acknowledged,
  acknowledged_per_s: perSecond,
  ack_p50_ms: took.p50,
  ack_p99_ms: took.p99,
  ack_max_ms: took.max,
  sessions_ended: ended,
});

/** What the collector used while something went on, in parts of one core. */
export async function withCpu<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; cores: number }> {
  const before = threadsS(pid);
  const startedAt = performance.now();
  const result = await work();
  return { result, cores: ((threadsS(pid) - before) * 1000) / (performance.now() - startedAt) };
}

/** Everybody who sent something was answered, nobody was sent away, and every verdict fits its laptop. */
export async function allWell(
  fleet: FleetProcess,
  load: LoadResult,
  who = 'everybody',
): Promise<Expectation[]> {
  const { misjudged, lostReports, refused } = await fleet.status();
  return [
    expectation(`${who}: all ${load.sent} messages are acknowledged`, load.acknowledged === load.sent),
    expectation(`${who}: no session ended`, load.ended === 0),
    expectation(`${who}: nobody is refused`, Object.keys(refused).length === 0),
    expectation(`${who}: no acknowledged report is lost`, lostReports === 0),
    expectation(`${who}: every verdict fits its laptop`, misjudged === 0),
  ];
}
