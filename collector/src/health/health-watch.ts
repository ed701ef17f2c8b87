import type { Clock } from '@assay/shared';
import type { Logger } from 'pino';
import { findProblems, type HealthCode, type HealthProblem, type Readings, statusOf } from './health.ts';

/** How the collector itself is doing. */
interface HealthReport {
  status: ReturnType<typeof statusOf>;
  problems: (HealthProblem & { since: number })[];
}

export interface HealthWatch {
  current(): HealthReport;
  /** Looks for what began or ended; `current` does so too. */
  look(): void;
}

/** Keeps since when each problem is there, and logs its beginning and its end. */
export function createHealthWatch(read: () => Readings, clock: Clock, log: Logger): HealthWatch {
  let since = new Map<string, { code: HealthCode; at: number }>();

  function current(): HealthReport {
    const now = clock.now();
    const problems = findProblems(read(), now);
    const before = since;
    since = new Map();
    const dated = problems.map((problem) => {
      const key = keyOf(problem, since);
      const known = before.get(key);
      if (!known) log.warn({ code: problem.code, detail: problem.text }, 'health problem');
      const at = known?.at ?? now;
      since.set(key, { code: problem.code, at });
      return { ...problem, since: at };
    });
    for (const [key, { code, at }] of before) {
      if (!since.has(key)) log.info({ code, lastedMs: now - at }, 'health problem is over');
    }
    return { status: statusOf(problems), problems: dated };
  }

  return { current, look: () => void current() };
}

// The texts carry figures that move; the same code may stand for several targets.
function keyOf({ code }: HealthProblem, taken: ReadonlyMap<string, unknown>): string {
  let key: string = code;
  for (let i = 2; taken.has(key); i++) key = `${code} ${i}`;
  return key;
}
