import type { WorkerHealth } from '../publish/health.ts';
import type { ConnectionStatus } from '../store/store.ts';

/** What a watched part shows at this moment. */
export interface Readings {
  store: { writer: ConnectionStatus; reader: ConnectionStatus };
  /** Since time's own changes were all judged for the last time, ms. */
  assessingBehindMs: number;
  /** Longest that the event loop was late in the last minute, ms. */
  loopLateMs: number;
  targets: readonly { name: string; problems: readonly string[]; health: WorkerHealth | null }[];
  /** Connected, and nothing heard for longer than `SILENT_INTERVALS` report intervals. */
  silentAgents: number;
  /** Devices with a probe that hangs or crashes. */
  hangingProbes: number;
  /** The canary's reports get through to nobody; null: they do, or there is no canary. */
  canary: { since: number; reason: string } | null;
  /** Everything is excused for everybody; null: it is not. */
  breakGlass: { by: string; reason: string; until: number } | null;
}

/** `down`: reports are not accepted. `degraded`: verdicts or consumers may be behind. `notice`: single devices. */
type Severity = 'down' | 'degraded' | 'notice';

/** Something a person should look at; `text` says what, and what to do. */
export interface HealthProblem {
  code: HealthCode;
  severity: Severity;
  text: string;
}

export type HealthCode =
  | 'store_failing'
  | 'store_stuck'
  | 'event_loop_late'
  | 'assessing_behind'
  | 'target_stuck'
  | 'target_unusable'
  | 'canary_failing'
  | 'break_glass'
  | 'agents_silent'
  | 'probes_hanging';

/** Every patience ends well before a minute: who watches must see it within one. */
export const PATIENCE = {
  storeMs: 10_000,
  assessingMs: 30_000,
  loopLateMs: 2000,
  targetMs: 30_000,
  /** Report intervals without a word from an agent that is connected. */
  silentIntervals: 3,
} as const;

/** Pure: the same readings, the same problems; the worst first. */
export function findProblems(readings: Readings, now: number): HealthProblem[] {
  const { store, assessingBehindMs, loopLateMs, targets, silentAgents, hangingProbes, breakGlass } = readings;
  return [
    ...(['writer', 'reader'] as const).flatMap((name) => storeProblems(store[name], name)),
    ...(readings.canary ? [canaryProblem(readings.canary)] : []),
    ...(breakGlass ? [breakGlassProblem(breakGlass)] : []),
    when(assessingBehindMs > PATIENCE.assessingMs, {
      code: 'assessing_behind',
      severity: 'degraded',
      text: `verdicts that time should have changed wait for ${seconds(assessingBehindMs)}: old ones are still told`,
    }),
    when(loopLateMs > PATIENCE.loopLateMs, {
      code: 'event_loop_late',
      severity: 'degraded',
      text: `the collector did not get to its work for ${seconds(loopLateMs)}: give it more CPU, or fewer devices`,
    }),
    ...targets.flatMap((target) => targetProblems(target, now)),
    when(silentAgents > 0, {
      code: 'agents_silent',
      severity: 'notice',
      text: `${silentAgents} connected ${silentAgents === 1 ? 'agent has' : 'agents have'} said nothing for ${PATIENCE.silentIntervals} intervals`,
    }),
    when(hangingProbes > 0, {
      code: 'probes_hanging',
      severity: 'notice',
      text: `on ${hangingProbes} ${hangingProbes === 1 ? 'device' : 'devices'} a probe hangs or crashes: its signal counts as unknown`,
    }),
  ].flatMap((problem) => problem ?? []);
}

/** The whole in one word: what the worst of the problems makes of it. */
export function statusOf(problems: readonly HealthProblem[]): 'ready' | 'degraded' | 'not ready' {
  if (problems.some(({ severity }) => severity === 'down')) return 'not ready';
  return problems.some(({ severity }) => severity === 'degraded') ? 'degraded' : 'ready';
}

function storeProblems({ waitingMs, failing }: ConnectionStatus, name: 'writer' | 'reader'): HealthProblem[] {
  const doing = name === 'writer' ? 'stored' : 'read';
  if (failing) {
    const text = `nothing can be ${doing} since ${seconds(failing.forMs)}: ${failing.detail}`;
    return [{ code: 'store_failing', severity: 'down', text }];
  }
  if (waitingMs <= PATIENCE.storeMs) return [];
  const text = `what is to be ${doing} waits for ${seconds(waitingMs)}: the disk does not answer`;
  return [{ code: 'store_stuck', severity: 'down', text }];
}

// Never `down`: what really keeps reports out says so itself, and a canary that cannot reach its own collector must not
// take a working one out of service.
function canaryProblem({ since, reason }: NonNullable<Readings['canary']>): HealthProblem {
  const text = `the canary's changes are not told since ${new Date(since).toISOString()}: ${reason}`;
  return { code: 'canary_failing', severity: 'degraded', text };
}

function breakGlassProblem({ by, reason, until }: NonNullable<Readings['breakGlass']>): HealthProblem {
  const text = `break-glass: nothing counts against any device until ${new Date(until).toISOString()}. ${by} started it: ${reason}. End it as soon as it is not needed`;
  return { code: 'break_glass', severity: 'degraded', text };
}

function targetProblems(
  { name, problems, health }: Readings['targets'][number],
  now: number,
): HealthProblem[] {
  if (!health) {
    const text = `target ${name} is told nothing until this is mended: ${problems.join('; ')}`;
    return [{ code: 'target_unusable', severity: 'degraded', text }];
  }
  const { queued, oldestAgeMs, lastSuccessAt, lastError } = health;
  // Not since when it fails: a worker that hangs has no failures to show, and what it failed at long ago may be given up.
  const waits = queued > 0 && (oldestAgeMs ?? 0) >= PATIENCE.targetMs;
  if (!waits || now - (lastSuccessAt ?? 0) < PATIENCE.targetMs) return [];
  const why = lastError ? `it last answered: ${lastError.detail}` : 'it does not answer';
  const text = `target ${name} has not heard of ${queued} ${queued === 1 ? 'verdict' : 'verdicts'} for ${seconds(oldestAgeMs ?? 0)}; ${why}`;
  return [{ code: 'target_stuck', severity: 'degraded', text }];
}

const when = (found: boolean, problem: HealthProblem): HealthProblem | null => (found ? problem : null);

const seconds = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
