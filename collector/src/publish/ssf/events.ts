import type { Tier } from '@assay/shared';
import type { VerdictChange } from '../target.ts';

/** CAEP 1.0 event types that a change of verdict can become, by the last part of their URI. */
export const CAEP_EVENTS = ['device-compliance-change', 'risk-level-change'] as const;
export type CaepEvent = (typeof CAEP_EVENTS)[number];

const CAEP_BASE = 'https://schemas.openid.net/secevent/caep/event-type/';
const RISK: Record<Tier, 'LOW' | 'MEDIUM' | 'HIGH'> = {
  trusted: 'LOW',
  limited: 'MEDIUM',
  untrusted: 'HIGH',
};
const MAX_NAMED_FINDINGS = 5;

/** Who started it, in CAEP's words. A device's facts are a platform's assertion; time acts through the policy. */
const INITIATORS: Record<VerdictChange['cause']['kind'], 'admin' | 'policy' | 'system'> = {
  admin: 'admin',
  policy: 'policy',
  time: 'policy',
  device: 'system',
  first: 'system',
};

/**
 * The CAEP events a change is told in. CAEP's compliance has two values, and a device that was never judged counts as
 * not compliant: so a first verdict changes compliance only if it is compliant, while its risk level is always news.
 */
export function caepEventsFor({ previous, current }: VerdictChange): CaepEvent[] {
  const events: CaepEvent[] = [];
  if ((previous?.compliant ?? false) !== current.compliant) events.push('device-compliance-change');
  if (previous?.tier !== current.tier) events.push('risk-level-change');
  return events;
}

/** The `events` claim of a SET: one event type's URI and its members, by CAEP 1.0 sections 2 and 3. */
export function toCaepEvents(
  event: CaepEvent,
  change: VerdictChange,
): Record<string, Record<string, unknown>> {
  const common = {
    event_timestamp: Math.floor(change.at / 1_000),
    initiating_entity: INITIATORS[change.cause.kind],
    reason_admin: { en: reasonForAdmin(change) },
    reason_user: { en: reasonForUser(change) },
  };
  const members = event === 'device-compliance-change' ? complianceMembers(change) : riskMembers(change);
  return { [CAEP_BASE + event]: { ...members, ...common } };
}

function complianceMembers({ previous, current }: VerdictChange) {
  return {
    previous_status: toStatus(previous?.compliant ?? false),
    current_status: toStatus(current.compliant),
  };
}

function riskMembers(change: VerdictChange) {
  const { previous, current } = change;
  return {
    principal: 'DEVICE',
    ...(previous ? { previous_level: RISK[previous.tier] } : {}),
    current_level: RISK[current.tier],
    risk_reason: reasonForAdmin(change),
  };
}

const toStatus = (compliant: boolean) => (compliant ? 'compliant' : 'not-compliant');

function reasonForAdmin({ cause, current, findings }: VerdictChange): string {
  const failing = findings.slice(0, MAX_NAMED_FINDINGS).map(({ check }) => check);
  const more = findings.length - failing.length;
  const list = failing.length === 0 ? 'nothing fails' : `failing: ${failing.join(', ')}`;
  return `${cause.text}; score ${current.score}, tier ${current.tier}; ${list}${more > 0 ? ` and ${more} more` : ''}`;
}

function reasonForUser({ current, findings }: VerdictChange): string {
  const remedies = findings.slice(0, MAX_NAMED_FINDINGS).map(({ title, remedy }) => `${title}: ${remedy}`);
  if (current.tier === 'trusted') return 'This device meets the policy.';
  if (remedies.length === 0) return 'This device does not fully meet the policy.';
  return `This device does not fully meet the policy. To mend: ${remedies.join('; ')}`;
}
