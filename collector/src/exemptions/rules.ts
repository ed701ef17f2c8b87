import { AssayError } from '@assay/shared';
import type { Check, Policy } from '../policy/policy.ts';
import type { ExemptionRules } from '../policy/rules/exemption-rules.ts';

/**
 * The check that an exemption is asked for.
 * @throws AssayError `invalid_request`: the policy has none of that name
 */
export function checkOf(policy: Policy, id: string): Check {
  const check = policy.checks.find((candidate) => candidate.id === id);
  if (check) return check;
  const names = policy.checks.map((candidate) => candidate.id).join(', ');
  throw new AssayError('invalid_request', `the policy has no check ${id}; it has ${names}`);
}

/**
 * Every exemption ends, and none later than the policy allows.
 * @throws AssayError `invalid_request` when it would be over already, `exemption_refused` when it is too long
 */
export function assertLength(until: number, now: number, { maxLengthMs }: ExemptionRules): void {
  if (until <= now) throw new AssayError('invalid_request', 'the end must lie ahead');
  if (until - now <= maxLengthMs) return;
  throw new AssayError(
    'exemption_refused',
    `the policy allows exemptions of ${days(maxLengthMs)} at most, until ${new Date(now + maxLengthMs).toISOString()}: ask for less, and renew it if it is still needed then`,
  );
}

/** @throws AssayError as `assertLength` */
export function assertBreakGlassLength(
  until: number,
  now: number,
  { breakGlassMaxMs }: ExemptionRules,
): void {
  if (until <= now) throw new AssayError('invalid_request', 'the end must lie ahead');
  if (until - now <= breakGlassMaxMs) return;
  throw new AssayError(
    'exemption_refused',
    `the policy allows break-glass for ${days(breakGlassMaxMs)} at most: start it again if it is still needed then`,
  );
}

/** Whether somebody else has to approve it. */
export const needsSecondPerson = (
  { secondPerson }: ExemptionRules,
  check: Pick<Check, 'required'>,
  isRenewal: boolean,
): boolean => (isRenewal && secondPerson.renewals) || (check.required && secondPerson.required);

const HOUR_MS = 3_600_000;

/** `30 days`, `8 hours`. */
function days(ms: number): string {
  const hours = ms / HOUR_MS;
  return hours >= 48 ? `${Math.floor(hours / 24)} days` : `${Math.round(hours * 10) / 10} hours`;
}
