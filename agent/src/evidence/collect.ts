import { type Clock, type Outcome, type Signal, type Signals, unknown } from '@assay/shared';
import type { AnyProbe, ProbeContext } from '../probes/probe.ts';

/**
 * Observes all the given probes at once, each under its deadline. Never throws: a probe that takes too long or
 * fails becomes an `unknown` with that reason, and the others are not held up by more than its deadline.
 */
export async function collect(
  probes: readonly AnyProbe[],
  context: ProbeContext,
  clock: Clock,
): Promise<Signals> {
  const observed = await Promise.all(
    probes.map(async (probe) => [probe.signal, await observeOne(probe, context, clock)] as const),
  );
  return Object.fromEntries(observed);
}

/** One probe under its deadline, stamped with the time its answer was there. */
export async function observeOne(probe: AnyProbe, context: ProbeContext, clock: Clock): Promise<Signal> {
  const outcome = await new Promise<Outcome<unknown>>((resolve) => {
    const timer = setTimeout(
      () => resolve(unknown('timeout', `no answer within ${probe.deadlineMs} ms`)),
      probe.deadlineMs,
    );
    attempt(probe, context).then((found) => {
      clearTimeout(timer);
      resolve(found);
    });
  });
  return { ...outcome, observedAt: clock.now() };
}

async function attempt(probe: AnyProbe, context: ProbeContext): Promise<Outcome<unknown>> {
  try {
    return await probe.observe(context);
  } catch (error) {
    context.agent.noteFailedProbe();
    return unknown('crashed', describeFault(error));
  }
}

const MAX_DETAIL = 160;

/** One line without control characters, short, and without the stack: it leaves the machine. */
function describeFault(error: unknown): string {
  const text =
    error instanceof Error ? `${error.name}: ${error.message}` : 'threw something that is not an error';
  return [...text]
    .map((char) => (char < ' ' || char === '\u007f' ? ' ' : char))
    .join('')
    .slice(0, MAX_DETAIL);
}
