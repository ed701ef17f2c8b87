import type { Outcome, SignalName, SignalValues } from '@assay/shared';
import type { AnyProbe, Probe } from '../probes/probe.ts';

/**
 * The same probe, never observed twice at once: while an observation hangs beyond its deadline, all who ask wait for it to
 * end, and share one that begins then. What the first one answers is of the time when it began: nobody is told it.
 */
export function withoutOverlap(probe: AnyProbe): AnyProbe {
  return guard(probe as Probe<SignalName>) as AnyProbe;
}

function guard<N extends SignalName>(probe: Probe<N>): Probe<N> {
  type Observation = Promise<Outcome<SignalValues[N]>>;
  let running: Observation | undefined;
  let next: Observation | undefined;

  return {
    ...probe,
    observe(context) {
      const begin = (): Observation => {
        next = undefined;
        running = probe.observe(context).finally(() => {
          running = undefined;
        });
        return running;
      };
      if (!running) return begin();
      next ??= running.then(begin, begin);
      return next;
    },
  };
}
