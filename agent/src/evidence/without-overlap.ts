import type { Outcome, SignalName, SignalValues } from '@assay/shared';
import type { AnyProbe, Probe } from '../probes/probe.ts';

/**
 * The same probe, never observed twice at once: while an observation hangs beyond its deadline, further ones wait
 * for that one instead of piling up behind it.
 */
export function withoutOverlap(probe: AnyProbe): AnyProbe {
  return guard(probe as Probe<SignalName>) as AnyProbe;
}

function guard<N extends SignalName>(probe: Probe<N>): Probe<N> {
  let running: Promise<Outcome<SignalValues[N]>> | undefined;
  return {
    ...probe,
    observe(context) {
      running ??= probe.observe(context).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
