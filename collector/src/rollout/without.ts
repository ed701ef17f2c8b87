import type { Policy } from '../policy/policy.ts';
import { toPolicy } from '../policy/rules/to-policy.ts';

type TimeField = 'hold' | 'grace' | 'max_age';

/** Pure. The same policy, by the same hash, whose checks lack some of their times, for any group. */
export function without({ document, files, hash }: Policy, fields: readonly TimeField[]): Policy {
  const strip = <T extends object>(check: T): T => {
    const rest: T & { [F in TimeField]?: unknown } = { ...check };
    for (const field of fields) delete rest[field];
    return rest;
  };
  const groups = Object.entries(document.groups ?? {}).map(([name, { overrides = {}, ...group }]) => {
    const entries = Object.entries(overrides).map(([id, check]) => [id, strip(check)]);
    return [name, { ...group, overrides: Object.fromEntries(entries) }];
  });
  const changed = {
    ...document,
    checks: document.checks.map(strip),
    ...(document.groups ? { groups: Object.fromEntries(groups) } : {}),
  };
  return { ...toPolicy(changed, files), hash };
}
