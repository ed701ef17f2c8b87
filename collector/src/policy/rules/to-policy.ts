import { createHash } from 'node:crypto';
import { durationMs, type PolicyDocument } from '../document/document.ts';
import { documentFor } from '../include/overrides.ts';
import type { Check, Policy } from '../policy.ts';
import type { VariableName } from '../vocabulary.ts';
import { toExemptionRules } from './exemption-rules.ts';
import { toCheck } from './to-check.ts';

/**
 * `files` are those that the document was made from.
 * @throws ConditionError for a document that was not checked
 */
export function toPolicy(document: PolicyDocument, files: readonly string[]): Policy {
  const checks = document.checks.filter(({ enabled = true }) => enabled).map(toCheck);
  const reads = checks.flatMap(({ pass, when }) => [...pass.reads, ...(when?.reads ?? [])]);
  return {
    name: document.policy,
    hash: contentHash(document),
    tiers: document.tiers,
    evidenceMaxAgeMs: durationMs(document.evidence_max_age),
    exemptions: toExemptionRules(document.exemptions),
    checks,
    reads: [...new Set<VariableName>(reads)],
    document,
    files,
  };
}

/**
 * Pure. Every check that anybody is judged by: those of the policy, and those that it leaves out unless a group has them
 * enabled.
 */
export function checksOfAnybody({ checks, document }: Policy): readonly Check[] {
  const groups = Object.values(document.groups ?? {});
  const isEnabledSomewhere = (id: string) =>
    groups.some(({ overrides = {} }) => Object.hasOwn(overrides, id) && overrides[id]?.enabled);
  const left = document.checks.filter(({ id, enabled = true }) => !enabled && isEnabledSomewhere(id));
  return [...checks, ...left.map(toCheck)];
}

const variants = new WeakMap<Policy, Map<string, Policy>>();

/**
 * Pure. The policy as it is for a device that is in the groups: what it says of them is applied, and it goes by the same
 * name and hash. Made once for each combination that occurs.
 */
export function policyFor(policy: Policy, groups: readonly string[]): Policy {
  const { groups: different } = policy.document;
  if (different === undefined) return policy;
  const named = Object.keys(different).filter((name) => groups.includes(name));
  if (named.length === 0) return policy;
  const made = variants.get(policy) ?? new Map<string, Policy>();
  variants.set(policy, made);
  const key = named.join('\n');
  const variant = made.get(key) ?? toVariant(policy, named);
  made.set(key, variant);
  return variant;
}

const toVariant = (policy: Policy, named: readonly string[]): Policy => ({
  ...toPolicy(documentFor(policy.document, named), policy.files),
  hash: policy.hash,
});

// The canonical form: defaults filled in, fields sorted; spelling, comments and order of fields don't matter.
function contentHash({ checks, groups, ...document }: PolicyDocument): string {
  const canonical = {
    ...document,
    exemptions: toExemptionRules(document.exemptions),
    checks: checks.map((check) => {
      const { when, pass, subjects: _, signals: __, ...rest } = toCheck(check);
      const { enabled = true } = check;
      return { ...rest, enabled, when: when?.source.trim() ?? null, pass: pass.source.trim() };
    }),
    // Their order is which of them wins.
    groups: Object.entries(groups ?? {}),
  };
  const text = JSON.stringify(canonical, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
