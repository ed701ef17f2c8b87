/** How a receiver treats the next requests, instead of accepting them. */
export type Behaviour =
  /** Answers with a status, and with Retry-After in seconds if given; nothing is applied. */
  | { kind: 'status'; status: number; retryAfter?: string; location?: string }
  /** An RFC 8935 error; nothing is applied. */
  | { kind: 'set_error'; err: string }
  /** Never answers; nothing is applied. */
  | { kind: 'hang' }
  /** Takes it and drops the connection before the answer. */
  | { kind: 'apply_and_drop' };

/** A queue of behaviours; empty means that requests are verified and accepted. */
export interface Script {
  /** The next `times` requests (every further one, if Infinity) are treated so. */
  behave(behaviour: Behaviour, times?: number): void;
  /** Back to accepting. */
  recover(): void;
  next(): Behaviour | undefined;
}

export function createScript(): Script {
  let steps: { behaviour: Behaviour; left: number }[] = [];
  return {
    behave: (behaviour, times = 1) => void steps.push({ behaviour, left: times }),
    recover() {
      steps = [];
    },
    next() {
      const [step] = steps;
      if (!step) return undefined;
      step.left -= 1;
      if (step.left <= 0) steps.shift();
      return step.behaviour;
    },
  };
}
