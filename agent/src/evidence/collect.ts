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

/**
 * One probe under its deadline, stamped with the time its answer was there. What went wrong is counted: the agent's
 * own signal tells it.
 */
export async function observeOne(probe: AnyProbe, context: ProbeContext, clock: Clock): Promise<Signal> {
  const outcome = await new Promise<Outcome<unknown>>((resolve) => {
    const timer = setTimeout(() => {
      const detail = `no answer within ${probe.deadlineMs} ms`;
      context.agent.failures.note(probe.signal, 'timed_out', detail);
      resolve(unknown('timeout', detail));
    }, probe.deadlineMs);
    attempt(probe, context).then((found) => {
      clearTimeout(timer);
      resolve(found);
    });
  });
  return { ...outcome, observedAt: clock.now() };
}

async function attempt(probe: AnyProbe, context: ProbeContext): Promise<Outcome<unknown>> {
  try {
    return withinSize(await probe.observe(context));
  } catch (error) {
    const detail = describeFault(error);
    context.agent.failures.note(probe.signal, 'crashed', detail);
    return unknown('crashed', detail);
  }
}

/** One signal must not crowd the others out of the frame that a report has to fit into. */
const MAX_OUTCOME_BYTES = 12 * 1024;

function withinSize(outcome: Outcome<unknown>): Outcome<unknown> {
  const bytes = Buffer.byteLength(JSON.stringify(outcome));
  return bytes <= MAX_OUTCOME_BYTES
    ? outcome
    : unknown(
        'unparsed',
        `the answer takes ${bytes} bytes, more than the ${MAX_OUTCOME_BYTES} of one signal`,
      );
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
