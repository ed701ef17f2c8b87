import { diffPolicies, type PolicyDiff } from '../policy/diff.ts';
import type { Policy } from '../policy/policy.ts';
import { without } from './without.ts';

/** What differs between two policies and cannot show in a simulation. */
export interface Unshown {
  /** Each in words for people: what it is, and why it does not show. */
  differences: string[];
  /** Nothing else differs that could move a verdict. */
  isAll: boolean;
}

/** Fields of a check by which no device is judged. */
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'explain',
  'explainUser',
  'remedy',
  'controls',
  'audience',
]);
/** What is judged by, beside the checks, and what is not: who may be excused decides over people, not devices. */
const AGE = 'evidenceMaxAgeMs';
const EXCUSES = 'exemptions';
const NAME = 'name';

const SILENCE =
  'silence is left out, for a device that was silent would have been so under any policy: see "policy plan" for who is silent now';

/** Pure. A simulation that shows nothing could otherwise be read as a promise that nothing happens. */
export function unshownBetween(active: Policy, candidate: Policy): Unshown {
  const whole = diffPolicies(active, candidate);
  const ageless = diffPolicies(without(active, ['max_age']), without(candidate, ['max_age']));
  return {
    differences: [...ages(whole, ageless), ...excuses(whole), ...words(whole)],
    isAll: !whole.added.length && !whole.removed.length && !movesVerdicts(ageless),
  };
}

function ages({ changed, settings }: PolicyDiff, ageless: PolicyDiff): string[] {
  const checks = changed
    .filter(({ fields }) => fields.some(({ field }) => field === 'maxAgeMs'))
    .map(({ id }) => `max_age of ${id}`);
  const isOfGroups =
    settings.some(({ field }) => field === 'groups') &&
    !ageless.settings.some(({ field }) => field === 'groups');
  const found = [
    ...checks,
    ...(settings.some(({ field }) => field === AGE) ? ['evidence_max_age'] : []),
    ...(isOfGroups ? ['max_age for groups'] : []),
  ];
  return found.length > 0 ? [`${found.join(', ')}: ${SILENCE}`] : [];
}

const excuses = ({ settings }: PolicyDiff): string[] =>
  settings.some(({ field }) => field === EXCUSES)
    ? ['exemptions: what may be excused from now on; those that were granted stay as they are']
    : [];

function words({ changed, settings }: PolicyDiff): string[] {
  const checks = changed.filter(({ fields }) => fields.some(({ field }) => WORDS.has(field)));
  const named = settings.find(({ field }) => field === NAME);
  return [
    ...(checks.length > 0
      ? [`texts of ${checks.map(({ id }) => id).join(', ')}: no device is judged by them`]
      : []),
    ...(named ? [`the name, ${named.from} → ${named.to}: no device is judged by it`] : []),
  ];
}

const movesVerdicts = ({ changed, settings }: PolicyDiff): boolean =>
  changed.some(({ fields }) => fields.some(({ field }) => !WORDS.has(field))) ||
  settings.some(({ field }) => field !== AGE && field !== EXCUSES && field !== NAME);
