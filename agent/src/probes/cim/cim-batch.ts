import { execProblemToOutcome } from '../../system/exec.ts';
import { UntoldError, untold } from '../../system/windows/untold.ts';
import { isYounger } from '../age.ts';
import type { ProbeContext } from '../probe.ts';
import { type CimAnswer, parseCimAnswer } from './answer.ts';
import { CIM_ARGUMENTS } from './script.ts';

/** How long the slow batch may take; a probe that reads it needs a deadline above this. */
export const CIM_DEADLINE_MS = 60_000;

const ASK_AGAIN_MS = 6 * 3_600_000;
const RETRY_MS = 3_600_000;

/** What only CIM tells, asked once for all probes and remembered. */
export interface CimBatch {
  /** @throws UntoldError when there is no answer */
  read(context: ProbeContext): Promise<CimAnswer>;
  /** A cheaper look says something else than the last answer: the next read asks again. */
  doubt(): void;
}

type Answered = { answer: CimAnswer } | { problem: UntoldError };

/** Loading PowerShell costs seconds of processor time: at most every six hours, every hour where all or a part failed. */
export function createCimBatch(): CimBatch {
  let last: { at: number; result: Promise<Answered> } | undefined;
  let keepFor = ASK_AGAIN_MS;

  async function ask({ exec }: ProbeContext): Promise<Answered> {
    const answer = await exec.run('powershell', CIM_ARGUMENTS, { deadlineMs: CIM_DEADLINE_MS });
    if (answer.status !== 'ok') {
      return { problem: new UntoldError(execProblemToOutcome('powershell', answer)) };
    }
    const parsed = parseCimAnswer(answer.stdout);
    return parsed ? { answer: parsed } : { problem: untold('unparsed', 'CIM: the answer is not JSON') };
  }

  return {
    async read(context) {
      if (!last || !isYounger(last.at, context.now(), keepFor)) {
        last = { at: context.now(), result: ask(context) };
      }
      const result = await last.result;
      keepFor = 'answer' in result && result.answer.isWhole ? ASK_AGAIN_MS : RETRY_MS;
      if ('problem' in result) throw result.problem;
      return result.answer;
    },
    doubt() {
      last = undefined;
    },
  };
}
