import type { Clock } from '@assay/shared';
import type { HistoryWrites } from './store/history.ts';
import type { ReportLog } from './store/report-log.ts';
import type { Retention } from './store/retention.ts';

const DAY_MS = 86_400_000;
const PASS_EVERY_MS = 3_600_000;
/** Between two steps: commits go on in between. */
const STEP_PAUSE_MS = 250;
/** Full reports looked at, or devices, in one step: some milliseconds of the writer's time. */
const STEP = 100;

/** How long what was stored is kept. What holds now is kept whatever its age, and the audit log for ever. */
interface RetentionDays {
  /** Signed reports. */
  evidence: number;
  /** Verdicts, what was done to devices, and who was told. */
  history: number;
}

/** Lets go of what is older, in small steps. */
interface Retainer {
  start(): void;
  stop(): Promise<void>;
  /** One pass over everything. Gives out how many rows went. */
  pass(): Promise<{ evidence: number; history: number }>;
}

/** @param onError a pass that fails is tried again an hour later */
export function createRetainer(
  days: RetentionDays,
  store: Pick<ReportLog, 'pruneEvidence'> & HistoryWrites,
  clock: Clock,
  onError: (error: unknown) => void,
  pause: () => Promise<unknown> = () => new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS).unref()),
): Retainer {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | null = null;
  let stopped = false;

  async function through<Place>(
    keptDays: number,
    begin: Place,
    prune: (step: Retention<Place>) => Promise<{ removed: number; after: Place | null }>,
  ): Promise<number> {
    const before = clock.now() - keptDays * DAY_MS;
    let removed = 0;
    for (let after: Place | null = begin; after !== null && !stopped; ) {
      const step: { removed: number; after: Place | null } = await prune({ after, before, limit: STEP });
      removed += step.removed;
      after = step.after;
      if (after !== null) await pause();
    }
    return removed;
  }

  async function pass() {
    const evidence = await through(days.evidence, 0, store.pruneEvidence);
    const history = await through(days.history, '', store.pruneHistory);
    return { evidence, history };
  }

  return {
    pass,
    start() {
      timer = setInterval(() => {
        running ??= pass()
          .catch(onError)
          .finally(() => {
            running = null;
          });
      }, PASS_EVERY_MS);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      // Not the pause between two steps: what it waits for is not needed any more.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS))]);
    },
  };
}
