import type { Assessment, CheckResult } from '@assay/shared';

/**
 * Why an assessment does not add up; null when it does. Whatever the score lacks of 100 was lost in one of three ways:
 * by checks that count, to the cap, or because nothing that is enforced applied at all.
 */
export function whyNotAddsUp({ score, checks, cap }: Assessment): string | null {
  const worth = checks.reduce((sum, check) => sum + check.worth, 0);
  const lost = checks.reduce((sum, check) => sum + check.worth - check.points, 0);
  const capped = -(cap?.points ?? 0);
  if (worth !== 100 && worth !== 0) return `the checks are worth ${worth}`;
  if (lost + capped + (100 - worth) !== 100 - score) return `lost ${lost} and ${capped} of ${worth}, score ${score}`;
  if (capped < 0 || lost < 0 || score < 0 || score > 100) return 'something is out of its range';
  if (checks.some((check) => check.required && check.counts) !== (cap !== null) && cap?.check !== 'enrollment')
    return 'the cap is not what the required checks make it';
  return checks.map(whyWrong).find((why) => why !== null) ?? null;
}

function whyWrong(result: CheckResult): string | null {
  const { check, outcome, worth, points, counts = false, stage, excuse, failing } = result;
  const fits = {
    'whole points': Number.isInteger(worth) && Number.isInteger(points),
    'all or nothing': points === worth || points === 0,
    'what counts gives nothing': !counts || points === 0,
    'what gives nothing counts, or is worth nothing': counts || points > 0 || worth === 0,
    'what is excused costs nothing': !excuse || (!counts && points === worth),
    'what is not enforced is worth nothing and counts for nothing': !stage || (worth === 0 && !counts),
    'a pass is neither excused nor failing': outcome !== 'pass' || (!excuse && !failing && !counts),
    'what does not apply is worth nothing': outcome !== 'not_applicable' || worth === 0,
    'what counts or is excused has been failing since some time': (!counts && !excuse) || failing !== undefined,
  };
  const broken = Object.entries(fits).find(([, holds]) => !holds);
  return broken ? `${check}: ${broken[0]}: ${JSON.stringify(result)}` : null;
}
