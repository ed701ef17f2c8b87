import { isDeepStrictEqual } from 'node:util';
import { diffPolicies } from '../policy/diff.ts';
import type { CheckDocument, PolicyDocument } from '../policy/document/document.ts';
import type { Policy } from '../policy/policy.ts';

const NEXT = '-next';
const MAX_ID = 63;

/**
 * Pure. The policy in force with those checks of another that are new or different beside its own, at a stage in which they
 * have no part in the score. So no verdict changes, and each device says how it would stand. A check that is different
 * stands there twice, the new one by another name, and is as different for groups as it is to be.
 */
export function previewOf(base: Policy, candidate: Policy, stage: 'observe' | 'warn'): PolicyDocument {
  const { added, changed } = diffPolicies(base, candidate);
  const differs = new Set([...added, ...changed].map(({ id }) => id));
  const isDifferent = (id: string) =>
    differs.has(id) || !isDeepStrictEqual(overridesOf(base, id), overridesOf(candidate, id));
  const known = new Set(base.document.checks.map(({ id }) => id));
  const taken = new Set([...known, ...candidate.document.checks.map(({ id }) => id)]);
  const groups = { ...base.document.groups };
  const previews = candidate.document.checks.flatMap((check): CheckDocument[] => {
    if (!isDifferent(check.id)) return [];
    const id = known.has(check.id) ? freeName(check.id, taken) : check.id;
    taken.add(id);
    for (const [name, override] of overridesOf(candidate, check.id)) {
      const overrides = { ...groups[name]?.overrides, [id]: { ...override, stage } };
      groups[name] = { ...groups[name], overrides };
    }
    return [{ ...check, id, stage }];
  });
  return {
    ...{ ...base.document, policy: candidate.name, checks: [...base.document.checks, ...previews] },
    ...(Object.keys(groups).length > 0 ? { groups } : {}),
  };
}

/** What is different of a check for which groups, the last that wins last. */
const overridesOf = ({ document: { groups = {} } }: Policy, id: string) =>
  Object.entries(groups).flatMap(([name, { overrides = {} }]) =>
    Object.hasOwn(overrides, id) ? [[name, overrides[id]] as const] : [],
  );

function freeName(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? NEXT : `${NEXT}-${n}`;
    const name = `${id.slice(0, MAX_ID - end.length)}${end}`;
    if (!taken.has(name)) return name;
  }
}
