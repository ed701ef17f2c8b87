import type { Assessment } from '@assay/shared';

/**
 * Pure. Which checks failed before and pass now, and for how long each had failed, ms. None between two policies: who
 * asks for less has mended nothing.
 */
export function mendedBetween(
  before: Assessment | null,
  after: Assessment,
): { check: string; afterMs: number }[] {
  if (!before || before.checks === after.checks || before.policy.hash !== after.policy.hash) return [];
  const passing = new Set(after.checks.flatMap(({ check, outcome }) => (outcome === 'pass' ? check : [])));
  return before.checks.flatMap(({ check, outcome, failing }) =>
    outcome === 'fail' && failing && passing.has(check)
      ? { check, afterMs: Math.max(0, after.assessedAt - failing.since) }
      : [],
  );
}
