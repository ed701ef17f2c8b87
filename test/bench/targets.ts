import type { BenchResult, BenchRun, Figure } from './harness.ts';

/** What Assay promises on two shared cores with the simulator beside it, and where a run says whether it is so. */
export interface Target {
  what: string;
  scenario: string;
  figure: string;
  /** Whether the figure itself or its ratio to the limit of the same run is held against the target. */
  of: 'value' | 'ratio';
  /** The side on which the target lies. */
  bound: 'at most' | 'at least';
  must: number | null;
  stretch: number | null;
  unit: string;
  /** Size of the fleet that the figure is meant for; missing: any. */
  agents?: number;
  /** Part of the short table. */
  headline?: true;
}

const most = { of: 'value', bound: 'at most' } as const;
const least = { of: 'value', bound: 'at least' } as const;
const mostOfLimit = { of: 'ratio', bound: 'at most', unit: '' } as const;
const ms = { ...most, unit: 'ms' } as const;

/** In the order of the table. */
export const TARGETS: readonly Target[] = [
  {
    what: 'signature-verify CPU ÷ collector CPU per accepted, durable, signed report',
    ...{
      scenario: 'ingest',
      figure: 'verify_cpu_over_report_cpu',
      ...least,
      unit: '',
      must: 0.5,
      stretch: 0.55,
    },
  },
  {
    what: 'the same, 59 of 60 messages saying that nothing changed',
    ...{ scenario: 'ingest', figure: 'verify_cpu_over_hour_message_cpu', ...least, unit: '' },
    ...{ must: 1, stretch: 1.5 },
  },
  {
    what: 'signed reports a second, durable, acknowledged',
    ...{ scenario: 'ingest', figure: 'reports_per_s', ...least, unit: '/s', must: 3500, stretch: 4500 },
    headline: true,
  },
  {
    what: 'report → durable acknowledgement at a tenth of that, 1,000 agents, p50',
    ...{ scenario: 'ingest', figure: 'ack_low_p50_ms', ...ms, must: 3, stretch: 1.5 },
    headline: true,
  },
  {
    what: '… p99',
    ...{ scenario: 'ingest', figure: 'ack_low_p99_ms', ...ms, must: 60, stretch: 8 },
  },
  {
    what: 'report → SET accepted, 1,000 agents, p99',
    ...{ scenario: 'latency', figure: 'report_to_accepted_1000_p99_ms', ...ms, must: 60, stretch: 25 },
    headline: true,
  },
  {
    what: 'report → SET accepted, 10,000 agents, 100 changes/s, three receivers, one of them dead, p99',
    ...{ scenario: 'latency', figure: 'report_to_accepted_10000_p99_ms', ...ms, must: 250, stretch: 100 },
  },
  {
    what: "memory per live TLS agent ÷ bare `ws` TLS server's",
    ...{ scenario: 'connections', figure: 'rss_per_agent_kb', ...mostOfLimit, must: 1.15, stretch: null },
    agents: 10_000,
  },
  {
    what: '… its TLS ended by HAProxy on the same machine, both processes',
    ...{ scenario: 'terminated', figure: 'both_rss_per_agent_kb', ...mostOfLimit, must: null, stretch: 0.5 },
  },
  {
    what: '10,000 live TLS agents, RSS of the collector',
    ...{ scenario: 'connections', figure: 'collector_rss_mb', ...most, unit: 'MB', must: 600, stretch: 350 },
    ...{ agents: 10_000, headline: true },
  },
  {
    what: 'reconnect CPU ÷ bare TLS + `ws` accept',
    ...{ scenario: 'reconnect', figure: 'cpu', ...mostOfLimit, must: 1.2, stretch: null },
  },
  {
    what: 'the same with resumed TLS sessions',
    ...{ scenario: 'reconnect', figure: 'cpu_resumed', ...mostOfLimit, must: null, stretch: 0.85 },
  },
  {
    what: '10,000 agents back after `kill -9`',
    ...{ scenario: 'reconnect', figure: 'all_back_s', ...most, unit: 's', must: 25, stretch: 18 },
    ...{ agents: 10_000, headline: true },
  },
  {
    what: '… acknowledged reports lost',
    ...{ scenario: 'reconnect', figure: 'lost_reports', ...most, unit: '', must: 0, stretch: 0 },
    ...{ agents: 10_000, headline: true },
  },
  {
    what: '… meanwhile acknowledgements of connected agents, p99',
    ...{ scenario: 'reconnect', figure: 'steady_ack_p99_ms', ...ms, must: 250, stretch: 100, agents: 10_000 },
  },
  {
    what: 'bytes stored per report with all that follows from it',
    ...{ scenario: 'growth', figure: 'bytes_per_report', ...most, unit: 'B', must: 400, stretch: 200 },
    headline: true,
  },
  {
    what: '… reports whose signed bytes could not be restored exactly',
    ...{ scenario: 'growth', figure: 'not_restored_reports', ...most, unit: '', must: 0, stretch: 0 },
  },
  {
    what: 'idle collector with 10,000 agents, share of one core',
    ...{ scenario: 'connections', figure: 'idle_core_share', ...most, unit: '', must: 0.08, stretch: 0.04 },
    ...{ agents: 10_000, headline: true },
  },
  {
    what: 'cost of a report, day 30 ÷ day 1 of a compressed month',
    ...{ scenario: 'growth', figure: 'day30_over_day1_cost', ...most, unit: '', must: 1.1, stretch: null },
  },
  {
    what: 'RSS slope of a compressed day (flat: at most 1 MB)',
    ...{ scenario: 'growth', figure: 'rss_slope_mb_per_day', ...most, unit: 'MB', must: 1, stretch: null },
  },
  {
    what: 'twice as much offered as can be accepted: accepted ÷ peak',
    ...{ scenario: 'overload', figure: 'accepted_twice_per_s', of: 'ratio', bound: 'at least', unit: '' },
    ...{ must: 0.9, stretch: null },
  },
  {
    what: '50,000 live agents for ten minutes (TLS ends at HAProxy), dropped',
    ...{
      scenario: 'terminated',
      figure: 'dropped',
      ...most,
      unit: '',
      must: 0,
      stretch: null,
      agents: 50_000,
    },
  },
  {
    what: 'a watched fact changes on a device → its signed report sent, p95',
    ...{ scenario: 'detect', figure: 'watched_change_to_sent_p95_ms', ...ms, must: 300, stretch: 100 },
    headline: true,
  },
  {
    what: 'agent at rest, RSS',
    ...{ scenario: 'agent', figure: 'rss_mb', ...most, unit: 'MB', must: 64, stretch: null },
    headline: true,
  },
  {
    what: '… private memory',
    ...{ scenario: 'agent', figure: 'private_mb', ...most, unit: 'MB', must: 18, stretch: null },
    headline: true,
  },
  {
    what: '… CPU an hour (a thousandth of a core is 3.6)',
    ...{ scenario: 'agent', figure: 'cpu_s_per_h', ...most, unit: 's', must: 3.6, stretch: null },
    headline: true,
  },
  {
    what: '… processes started between the steps of its ladder, by the kernel’s count',
    ...{ scenario: 'agent', figure: 'spawned_between_steps', ...most, unit: '', must: 0, stretch: null },
  },
  {
    what: '… first full report after its start',
    ...{ scenario: 'agent', figure: 'first_report_s', ...most, unit: 's', must: 5, stretch: null },
  },
  {
    what: 'a report judged by thirty checks, explained ÷ the same checks written by hand',
    ...{ scenario: 'assess', figure: 'assess_us', ...mostOfLimit, must: 5, stretch: 2 },
  },
  {
    what: 'another policy tried on 30 days of evidence of 10,000 devices',
    ...{ scenario: 'simulate', figure: 'seconds', ...most, unit: 's', must: 20, stretch: 5, agents: 10_000 },
  },
  {
    what: 'the policy changes: acknowledgements while 100,000 devices are judged anew ÷ before, p99',
    ...{
      scenario: 'reassess',
      figure: 'ack_p99_ms',
      ...mostOfLimit,
      must: 2,
      stretch: null,
      agents: 100_000,
    },
  },
];

export type Standing = 'stretch' | 'met' | 'wished' | 'missed' | 'not measured';

/** A target with what the newest run that measured it says. */
export interface Standpoint {
  target: Target;
  figure: Figure | null;
  measured: number | null;
  standing: Standing;
}

export function standpoints(runs: readonly BenchRun[]): Standpoint[] {
  const results = runs.flatMap((run) => run.results).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  return TARGETS.map((target) => {
    const figure = results.map((result) => figureOf(result, target)).find((found) => found !== null) ?? null;
    const measured = figure && (target.of === 'ratio' ? figure.ratio : figure.value);
    return { target, figure, measured, standing: standingOf(target, measured) };
  });
}

/** The runs on machines with the same processor: other processors change ratios as well. */
export interface ProcessorRuns {
  processor: string;
  runs: BenchRun[];
}

/** The processor with the most runs first, for it has the fewest gaps. */
export function byProcessor(runs: readonly BenchRun[]): ProcessorRuns[] {
  const newestFirst = runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const groups = Map.groupBy(newestFirst, ({ machine }) => processorOf(machine));
  return [...groups]
    .map(([processor, own]) => ({ processor, runs: own }))
    .sort((a, b) => b.runs.length - a.runs.length);
}

/** Without what every name of a processor has in it. */
const processorOf = ({ cpu }: Pick<BenchRun['machine'], 'cpu'>): string =>
  cpu
    .replaceAll(/\(R\)|\(TM\)|\bProcessor\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

function figureOf({ scenario, figures }: BenchResult, target: Target): Figure | null {
  if (scenario !== target.scenario) return null;
  const agents = figures.find(({ name }) => name === 'agents' || name === 'devices')?.value;
  if (target.agents !== undefined && agents !== target.agents) return null;
  return figures.find(({ name }) => name === target.figure) ?? null;
}

function standingOf({ bound, must, stretch }: Target, measured: number | null): Standing {
  if (measured === null) return 'not measured';
  const reaches = (limit: number | null) =>
    limit !== null && (bound === 'at most' ? measured <= limit : measured >= limit);
  if (reaches(stretch)) return 'stretch';
  // A target without a must is a wish: to miss it misses nothing, and is no success.
  if (must === null) return 'wished';
  return reaches(must) ? 'met' : 'missed';
}
