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
  const previews = candidate.document.checks.flatMap((check): CheckDocument[] => {
    const old = known.get(check.id);
    if (old && JSON.stringify(old) === JSON.stringify(check)) return [];
    const id = old ? `${check.id.slice(0, MAX_ID - NEXT.length)}${NEXT}` : check.id;
    return [{ ...check, id, stage }];
  });
  const taken = new Set(previews.map(({ id }) => id));
  const own = base.document.checks.filter(({ id }) => !taken.has(id));
  return { ...base.document, policy: candidate.name, checks: [...own, ...previews] };
}
