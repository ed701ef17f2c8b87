import { stringify } from 'yaml';
import { compileCondition } from './cel/conditions.ts';
import type { CheckChanges, CheckDocument, PolicyDocument } from './document/document.ts';
import { type IncludeReader, readDocuments } from './include/include.ts';
import { override } from './include/overrides.ts';
import { type Resolved, resolve } from './include/resolve.ts';
import { LIMITS } from './limits.ts';
import type { Policy } from './policy.ts';
import { type Complain, PolicyError, type PolicyProblem } from './problems.ts';
import { checkProblems } from './rules/to-check.ts';
import { toPolicy } from './rules/to-policy.ts';

/**
 * Reads a policy, in the order of the folders beside this file: each `document/` is read and held against the schema,
 * those that it includes come before it and are put together (`include/`), conditions are parsed and compiled (`cel/`),
 * and what they are part of becomes what devices are judged by (`rules/`, `policy.ts`).
 *
 * `file` only names it in errors; `read` gets the documents that it includes, and without it nothing can be included.
 * @throws PolicyError with every problem that was found
 */
export function loadPolicy(text: string, file: string, read: IncludeReader | null = null): Policy {
  const problems: PolicyProblem[] = [];
  const failIfAny = () => {
    if (problems.length > 0) throw new PolicyError(problems);
  };
  const documents = readDocuments(text, file, read, problems);
  failIfAny();
  const resolved = resolve(documents);
  reportTiers(documents);
  reportGroups(documents, resolved.document);
  reportChecks(resolved);
  failIfAny();
  const policy = toPolicy(
    resolved.document,
    documents.map((document) => document.file),
  );
  reportCost(resolved.document, documents.at(-1)?.at([]));
  failIfAny();
  return policy;
}

/** A policy as one text, with nothing to include: it loads to the same policy, by the same hash. */
export const policyText = ({ document }: Policy): string => stringify(document, { lineWidth: 0 });

function reportCost({ checks, groups = {} }: PolicyDocument, complain: Complain | undefined): void {
  const overrides = Object.values(groups).map((group) => group.overrides ?? {});
  const cost = checks.reduce((sum, check) => sum + mostOf(check, overrides), 0);
  if (cost > LIMITS.policyCost)
    complain?.(`all conditions together may take ${cost} steps, more than ${LIMITS.policyCost}`);
}

/** What the conditions of one check may take for a device in any of the groups. */
function mostOf(check: CheckDocument, overrides: readonly Readonly<Record<string, CheckChanges>>[]): number {
  const own = overrides.filter((one) => Object.hasOwn(one, check.id));
  const all = [check, ...own.map((one): CheckDocument => ({ ...check, ...one[check.id] }))];
  if (all.every(({ enabled = true }) => !enabled)) return 0;
  const most = (field: 'when' | 'pass') => {
    const sources = new Set(all.flatMap((one) => one[field] ?? []));
    return Math.max(0, ...[...sources].map((source) => compileCondition(source).cost));
  };
  return most('when') + most('pass');
}

function reportTiers(documents: ReturnType<typeof readDocuments>): void {
  for (const { value, at } of documents) {
    const groups = Object.entries(value.groups ?? {}).map(([name, { tiers }]) => ({
      tiers,
      path: ['groups', name],
    }));
    for (const { tiers, path } of [{ tiers: value.tiers, path: [] as string[] }, ...groups])
      if (tiers && tiers.trusted <= tiers.limited)
        at([...path, 'tiers', 'trusted'])(`must be more than limited (${tiers.limited})`);
  }
}

// The fields of an object that are whole numbers come first and sorted, wherever they were written.
function reportGroups(documents: ReturnType<typeof readDocuments>, { groups = {} }: PolicyDocument): void {
  if (Object.keys(groups).length < 2) return;
  for (const { value, at } of documents)
    for (const name of Object.keys(value.groups ?? {}))
      if (/^(0|[1-9]\d*)$/.test(name))
        at(['groups', name])(
          `${name} is only a number, and has no place among groups of which the later one wins: give it a name`,
        );
}

function reportChecks({ document, places }: Resolved): void {
  const report = (check: PolicyDocument['checks'][number], group?: string) => {
    for (const { field, message, offset } of checkProblems(check))
      places.of(check.id, field, group)(message, offset);
  };
  for (const check of document.checks) report(check);
  for (const [name, { overrides = {} }] of Object.entries(document.groups ?? {}))
    for (const check of override(document.checks, overrides))
      if (Object.hasOwn(overrides, check.id)) report(check, name);
}
