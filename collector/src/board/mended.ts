import type { Assessment } from '@assay/shared';

/** Pure. Which checks failed before and pass now, and for how long each had failed, ms. */
export function mendedBetween(
  before: Assessment | null,
  after: Assessment,
): { check: string; afterMs: number }[] {
  if (!before || before.checks === after.checks) return [];
  const passing = new Set(after.checks.flatMap(({ check, outcome }) => (outcome === 'pass' ? check : [])));
  return before.checks.flatMap(({ check, outcome, failing }) =>
    outcome === 'fail' && failing && passing.has(check)
      ? { check, afterMs: Math.max(0, after.assessedAt - failing.since) }
      : [],
  );
}
