import type { CheckChanges, CheckDocument, GroupDocument, PolicyDocument } from '../document/document.ts';

type Overrides = Readonly<Record<string, CheckChanges>>;

/** The checks with the fields that the overrides change; of a remedy, each platform is a field of its own. */
export const override = (checks: readonly CheckDocument[], overrides: Overrides = {}): CheckDocument[] =>
  checks.map((check) => {
    const changes = Object.hasOwn(overrides, check.id) ? overrides[check.id] : undefined;
    return changes ? { ...check, ...mergeChanges(check, changes) } : check;
  });

function mergeChanges(before: CheckChanges, changes: CheckChanges): CheckChanges {
  const remedy = before.remedy && changes.remedy ? { ...before.remedy, ...changes.remedy } : changes.remedy;
  return { ...before, ...changes, ...(remedy ? { remedy } : {}) };
}

/** What two documents say of the same group, as if it stood in one. */
export function mergeGroups(before: GroupDocument | undefined, later: GroupDocument): GroupDocument {
  if (!before) return later;
  const overrides = new Map(Object.entries(before.overrides ?? {}));
  for (const [id, changes] of Object.entries(later.overrides ?? {}))
    overrides.set(id, mergeChanges(overrides.get(id) ?? {}, changes));
  return { ...before, ...later, overrides: Object.fromEntries(overrides) };
}

/** What a policy says of the devices that are in the groups, in the order in which it names them. */
export function documentFor(document: PolicyDocument, groups: readonly string[]): PolicyDocument {
  const { groups: all = {}, ...rest } = document;
  let own: PolicyDocument = rest;
  for (const [name, { tiers, evidence_max_age, overrides }] of Object.entries(all)) {
    if (!groups.includes(name)) continue;
    own = {
      ...own,
      checks: override(own.checks, overrides),
      ...(tiers ? { tiers } : {}),
      ...(evidence_max_age ? { evidence_max_age } : {}),
    };
  }
  return own;
}
