import type { ProbeHealth, SignalName } from '@assay/shared';

/** In which way an observation failed. */
type FailureKind = 'crashed' | 'timed_out';

/** Counts what went wrong with probes since start, so that the agent reports it of itself. */
export interface Failures {
  note(signal: SignalName, kind: FailureKind, detail: string): void;
  /** Only probes that failed, by their signal's name. */
  list(): ProbeHealth[];
  /** By a fault of the agent's own. */
  crashes(): number;
}

export function createFailures(): Failures {
  const bySignal = new Map<SignalName, ProbeHealth>();
  return {
    note(signal, kind, detail) {
      const before = bySignal.get(signal) ?? { signal, crashed: 0, timed_out: 0, last: '' };
      bySignal.set(signal, { ...before, [kind]: before[kind] + 1, last: detail });
    },
    list: () =>
      [...bySignal.values()]
        .map((health) => ({
          ...health,
          crashed: inSteps(health.crashed),
          timed_out: inSteps(health.timed_out),
        }))
        .sort((a, b) => (a.signal < b.signal ? -1 : 1)),
    crashes: () => inSteps([...bySignal.values()].reduce((sum, { crashed }) => sum + crashed, 0)),
  };
}

/** 1, 2, 5, 10, 20, 50 …: a probe that fails at every look must not make every look a change. */
function inSteps(count: number): number {
  if (count < 1) return 0;
  const decade = 10 ** Math.floor(Math.log10(count));
  return decade * (count >= 5 * decade ? 5 : count >= 2 * decade ? 2 : 1);
}
