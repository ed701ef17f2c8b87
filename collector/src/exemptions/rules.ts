import { AssayError } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import type { ExemptionRules } from '../policy/rules/exemption-rules.ts';
import { checksOfAnybody, policyFor } from '../policy/rules/to-policy.ts';

/**
 * The check that an exemption is asked for.
 * @throws AssayError `invalid_request`: the policy has none of that name
 */
export function checkOf(policy: Policy, id: string): Check {
  const checks = checksOfAnybody(policy);
  const check = checks.find((candidate) => candidate.id === id);
  if (check) return check;
  const names = checks.map((candidate) => candidate.id).join(', ');
  throw new AssayError('invalid_request', `the policy has no check ${id}; it has ${names}`);
}

/** Who asks says how long, and their clock until when: it may be ahead of the collector's by this much. */
const AHEAD_MS = 60_000;

/**
 * When an exemption ends: every one does, and none later than the policy allows.
 * @throws AssayError `invalid_request` when it would be over already, `exemption_refused` when it is too long
 */
export const endOf = (until: number, now: number, { maxLengthMs }: ExemptionRules): number =>
  endWithin(
    maxLengthMs,
    { until, now },
    `the policy allows exemptions of ${days(maxLengthMs)} at most, until ${new Date(now + maxLengthMs).toISOString()}: ask for less, and renew it if it is still needed then`,
  );

/** @throws AssayError as `endOf` */
export const endOfBreakGlass = (until: number, now: number, { breakGlassMaxMs }: ExemptionRules): number =>
  endWithin(
    breakGlassMaxMs,
    { until, now },
    `the policy allows break-glass for ${days(breakGlassMaxMs)} at most: start it again if it is still needed then`,
  );

function endWithin(maxMs: number, { until, now }: { until: number; now: number }, refusal: string): number {
  if (until <= now) throw new AssayError('invalid_request', 'the end must lie ahead');
  if (until - now > maxMs + AHEAD_MS) throw new AssayError('exemption_refused', refusal);
  return Math.min(until, now + maxMs);
}

/** Whom an exemption excuses, by the groups that they are in. */
export type Excused = { device: readonly string[] } | { group: string };

/** Whether somebody else has to approve it. */
export function needsSecondPerson(policy: Policy, check: string, whom: Excused, isRenewal: boolean): boolean {
  const { secondPerson } = policy.exemptions;
  return (isRenewal && secondPerson.renewals) || (secondPerson.required && isRequired(policy, check, whom));
}

// Members of a group may be in any other as well, and what that asks of them is excused with it.
function isRequired(policy: Policy, id: string, whom: Excused): boolean {
  const others = Object.keys(policy.document.groups ?? {});
  const all =
    'device' in whom ? [whom.device] : [[whom.group], ...others.map((other) => [whom.group, other])];
  return all.some((groups) =>
    policyFor(policy, groups).checks.some((check) => check.id === id && check.required),
  );
}

const HOUR_MS = 3_600_000;

/** `30 days`, `8 hours`. */
function days(ms: number): string {
  const hours = ms / HOUR_MS;
  return hours >= 48 ? `${Math.floor(hours / 24)} days` : `${Math.round(hours * 10) / 10} hours`;
}
