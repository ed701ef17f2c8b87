import type { Check, Policy } from './policy.ts';
import { checksOfAnybody } from './rules/to-policy.ts';

/** What one policy has that another has not. Fields are named as in the document's words for them. */
export interface PolicyDiff {
  added: { id: string; title: string }[];
  removed: { id: string; title: string }[];
  changed: { id: string; title: string; fields: FieldChange[] }[];
  /** Outside of the checks: name, tiers, ages, rules for exemptions, what is different for groups. */
  settings: FieldChange[];
}

interface FieldChange {
  field: string;
  from: string;
  to: string;
}

/** Pure. The second policy against the first, check by check. */
export function diffPolicies(from: Policy, to: Policy): PolicyDiff {
  const [before, after] = [checksById(from), checksById(to)];
  const named = ({ id, title }: Check) => ({ id, title });
  const without = (checks: Map<string, Check>, others: Map<string, Check>) =>
    [...checks.values()].filter(({ id }) => !others.has(id)).map(named);
  return {
    added: without(after, before),
    removed: without(before, after),
    changed: [...after.values()].flatMap((check) => {
      const old = before.get(check.id);
      const fields = old ? changes(writtenPart(old, from), writtenPart(check, to)) : [];
      return fields.length > 0 ? [{ ...named(check), fields }] : [];
    }),
    settings: changes(settingsOf(from), settingsOf(to)),
  };
}

/** Pure. Whether there is no difference. */
export const isSameDiff = ({ added, removed, changed, settings }: PolicyDiff): boolean =>
  added.length + removed.length + changed.length + settings.length === 0;

const checksById = (policy: Policy): Map<string, Check> =>
  new Map(checksOfAnybody(policy).map((check) => [check.id, check]));

/** What a person wrote of a check, without what loading made of it. */
function writtenPart(
  { when, pass, subjects: _subjects, signals: _signals, ...rest }: Check,
  { checks }: Policy,
): Record<string, unknown> {
  const enabled = checks.some(({ id }) => id === rest.id);
  return { ...rest, enabled, when: when?.source.trim() ?? null, pass: pass.source.trim() };
}

const settingsOf = ({ name, tiers, evidenceMaxAgeMs, exemptions, document }: Policy) => ({
  ...{ name, tiers, evidenceMaxAgeMs, exemptions, groups: document.groups },
});

function changes(from: Record<string, unknown>, to: Record<string, unknown>): FieldChange[] {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return fields
    .map((field) => ({ field, from: inWords(from[field]), to: inWords(to[field]) }))
    .filter((change) => change.from !== change.to);
}

const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
