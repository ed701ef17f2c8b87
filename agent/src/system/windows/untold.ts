import { type Outcome, type UnknownReason, unknown } from '@assay/shared';

/** Something the machine would not tell, with the answer that a probe gives then. */
export class UntoldError extends Error {
  override readonly name = 'UntoldError';
  readonly outcome: Outcome<never>;

  constructor(outcome: Outcome<never>) {
    super(outcome.status === 'ok' ? '' : outcome.detail);
    this.outcome = outcome;
  }
}

export const untold = (reason: UnknownReason, detail: string): UntoldError =>
  new UntoldError(unknown(reason, detail));

/** What was not told as a probe's answer; anything else is thrown on: a fault of ours, not of the machine. */
export function untoldToOutcome(error: unknown): Outcome<never> {
  if (error instanceof UntoldError) return error.outcome;
  throw error;
}

/** The value, or undefined when it was not told: for evidence that only corroborates. */
export async function ifTold<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UntoldError) return undefined;
    throw error;
  }
}
