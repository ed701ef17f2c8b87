import { cpus, loadavg, release, totalmem } from 'node:os';
import { basename } from 'node:path';
import { hasOwnProcessor } from '../simulator/own-processor.ts';
import { quantile } from './percentiles.ts';

/** One measured value. Times end in `_ms` or `_s`, as their unit says. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What the machine itself allows, measured in the same run; null where there is no such thing. */
  limit: number | null;
  /** `value` against `limit`: 1 is the physical limit; above it for costs, below it for rates. */
  ratio: number | null;
  /** How far the rounds of this run lay apart: half of their range, as a part of the value. Missing: one round. */
  spread?: number;
}

/** What a run leaves behind. Others rely on the names of the figures. */
export interface BenchResult {
  scenario: string;
  startedAt: string;
  machine: Machine;
  /** Missing in early runs. */
  options?: BenchValues;
  figures: Figure[];
}

/** What `bench all` leaves behind: one result a scenario, and what could not be measured. */
export interface BenchRun {
  startedAt: string;
  machine: Machine;
  results: BenchResult[];
  failed: { scenario: string; error: string }[];
}

export interface Machine {
  cpu: string;
  cores: number;
  memory_mb: number;
  kernel: string;
  node: string;
  openssl: string;
  /** What was measured: from source, or the name of a packaged executable. Missing in early runs: from source. */
  collector?: string;
  /** Whether fleets are held to a processor of their own. Missing in early runs: as `test/simulator/own-processor.ts` could. */
  fleet_on_own_processor?: boolean;
  /** Load of the last minute before the run: other work on the machine shows in every figure. */
  load: number;
}

/** A number, given as `--name N`, or a switch that is off unless it is named. */
type BenchOption = { default: number; help: string } | { default: false; help: string };

type ValueOf<Default> = Default extends number ? number : boolean;
type ValuesOf<Options extends Record<string, BenchOption>> = {
  [K in keyof Options]: ValueOf<Options[K]['default']>;
};

/** What the options of a run were, by name. */
export type BenchValues = Readonly<Record<string, number | boolean>>;

/** One benchmark: a file in `scenarios/` that exports this as `scenario` is found by its name. */
export interface Scenario<Options extends Record<string, BenchOption> = Record<string, BenchOption>> {
  summary: string;
  /** By their names on the command line. */
  options: Options;
  /** What `bench all` gives instead of the defaults, so that all together take minutes. */
  quick?: Partial<ValuesOf<Options>>;
  run(options: ValuesOf<Options>, bench: Bench): Promise<Figure[]>;
}

/** What a scenario may ask of the command that runs it. */
export interface Bench {
  progress(text: string): void;
  /** Stops what was started, the newest first: after the run, when it fails, and on Ctrl-C. */
  atEnd(step: () => unknown): void;
}

/** Keeps the option names typed. */
export const defineScenario = <Options extends Record<string, BenchOption>>(scenario: Scenario<Options>) =>
  scenario;

/** A figure whose limit, if there is one, is a cost of the same unit. */
export const toFigure = (name: string, value: number, unit: string, limit: number | null = null): Figure => ({
  name,
  value,
  unit,
  limit,
  ratio: limit ? value / limit : null,
});

/** The median of several rounds, with their spread. @throws RangeError without rounds */
export function roundsFigure(
  name: string,
  rounds: readonly number[],
  unit: string,
  limits: readonly number[] = [],
): Figure {
  const value = quantile(rounds, 0.5);
  const limit = limits.length > 0 ? quantile(limits, 0.5) : null;
  const spread = value === 0 ? 0 : (Math.max(...rounds) - Math.min(...rounds)) / 2 / Math.abs(value);
  return { ...toFigure(name, value, unit, limit), spread };
}

export const machineFacts = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory_mb: Math.round(totalmem() / 2 ** 20),
  kernel: release(),
  node: process.versions.node,
  openssl: process.versions.openssl,
  collector: process.env.ASSAY_COLLECTOR ? basename(process.env.ASSAY_COLLECTOR) : 'source',
  fleet_on_own_processor: hasOwnProcessor(),
  load: loadavg()[0] ?? 0,
});
