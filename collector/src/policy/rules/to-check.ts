import { SIGNAL_NAMES } from '@assay/shared';
import { ConditionError, compileCondition } from '../cel/conditions.ts';
import { type CheckDocument, durationMs } from '../document/document.ts';
import type { Check } from '../policy.ts';
import { signalOf } from '../vocabulary.ts';
import { configuredValues, toldValue } from './configured-values.ts';
import { toStaging } from './staging.ts';

/** @throws ConditionError when `checkProblems` has any of its conditions */
export function toCheck(from: CheckDocument): Check {
  const when = from.when === undefined ? null : compileCondition(from.when);
  const pass = compileCondition(from.pass);
  const read = new Set([...pass.reads, ...(when?.reads ?? [])].map(signalOf));
  const { id, title, weight, explain } = from;
  const { required = false, unknown = 'fail', absent = 'fail', remedy = {}, controls = {} } = from;
  const { hold = '0s', grace = '0s', max_age, audience = 'both', sources = 'strictest' } = from;
  return {
    ...{
      id,
      title,
      when,
      pass,
      weight,
      required,
      unknown,
      absent,
      audience,
      sources,
      explain,
      remedy,
      controls,
    },
    holdMs: durationMs(hold),
    graceMs: durationMs(grace),
    staging: toStaging(from.stage),
    maxAgeMs: max_age === undefined ? null : durationMs(max_age),
    explainUser: from.explain_user ?? '',
    subjects: pass.reads.filter((name) => name !== 'device'),
    signals: SIGNAL_NAMES.filter((name) => read.has(name)),
  };
}

interface CheckProblem {
  field: 'when' | 'pass' | 'explain_user';
  message: string;
  offset?: number;
}

/** Everything that is wrong with a check that has the shape of one. */
export const checkProblems = (check: CheckDocument): CheckProblem[] => [
  ...conditionProblems('when', check.when),
  ...conditionProblems('pass', check.pass),
  ...toldProblems(check),
];

/** Everything that is wrong with one condition. */
export function conditionProblems(field: 'when' | 'pass', source: string | undefined): CheckProblem[] {
  try {
    if (source !== undefined) compileCondition(source);
    return [];
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return error.problems.map((problem) => ({ field, ...problem }));
  }
}

function toldProblems({ when = '', pass, explain_user = '' }: CheckDocument): CheckProblem[] {
  const value = toldValue(explain_user, configuredValues(`${when} ${pass}`));
  if (value === null) return [];
  const message = `tells the user "${value}", which the check is configured with: say it in explain, for administrators`;
  return [{ field: 'explain_user', message }];
}
