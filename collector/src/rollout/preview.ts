import type { CheckDocument, PolicyDocument } from '../policy/document/document.ts';
import type { Policy } from '../policy/policy.ts';

const NEXT = '-next';
const MAX_ID = 63;

/**
 * Pure. The policy in force with those checks of another that are new or different beside its own, at a stage in which they
 * have no part in the score. So no verdict changes, and each device says how it would stand. A check that is different
 * stands there twice, the new one by another name.
 */
export function previewOf(base: Policy, candidate: Policy, stage: 'observe' | 'warn'): PolicyDocument {
  const known = new Map(base.document.checks.map((check) => [check.id, check]));
  const taken = new Set([...known.keys(), ...candidate.document.checks.map(({ id }) => id)]);
  const previews = candidate.document.checks.flatMap((check): CheckDocument[] => {
    const old = known.get(check.id);
    if (old && JSON.stringify(old) === JSON.stringify(check)) return [];
    const id = old ? freeName(check.id, taken) : check.id;
    taken.add(id);
    return [{ ...check, id, stage }];
  });
  return { ...base.document, policy: candidate.name, checks: [...base.document.checks, ...previews] };
}

function freeName(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? NEXT : `${NEXT}-${n}`;
    const name = `${id.slice(0, MAX_ID - end.length)}${end}`;
    if (!taken.has(name)) return name;
  }
}
