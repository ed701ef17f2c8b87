import { describeExcuse, type Finding, shorten, type Tier } from '@assay/shared';
import type { VerdictChange } from '../target.ts';

/** CAEP 1.0 event types that a change of verdict can become, by the last part of their URI. */
export const CAEP_EVENTS = ['device-compliance-change', 'risk-level-change', 'session-revoked'] as const;
export type CaepEvent = (typeof CAEP_EVENTS)[number];

const CAEP_BASE = 'https://schemas.openid.net/secevent/caep/event-type/';
const RISK: Record<Tier, 'LOW' | 'MEDIUM' | 'HIGH'> = {
  trusted: 'LOW',
  limited: 'MEDIUM',
  untrusted: 'HIGH',
};
const MAX_NAMED_FINDINGS = 5;
const MAX_NAMED_TO_USER = 3;
/** Texts hold what a device says of itself, and a SET has to stay small. */
const MAX_EXPLAIN_LENGTH = 400;

/** Who started it, in CAEP's words. A device's facts are a platform's assertion; time acts through the policy. */
const INITIATORS: Record<VerdictChange['cause']['kind'], 'admin' | 'policy' | 'system'> = {
  admin: 'admin',
  exemption: 'admin',
  policy: 'policy',
  time: 'policy',
  device: 'system',
  first: 'system',
};

/**
 * The CAEP events a change is told in. CAEP's compliance has two values, and a device that was never judged counts as
 * not compliant: so a first verdict changes compliance only if it is compliant, while its risk level is always news. Of
 * somebody who has just become the owner nothing was told before; after a restore nobody knows what was. Sessions end where the device is gone, or theirs no
 * more.
 */
export function caepEventsFor(change: VerdictChange): CaepEvent[] {
  const { current, lifecycle } = change;
  const previous = toldBefore(change);
  const events: CaepEvent[] = [];
  if (compliedBefore(change) !== current.compliant) events.push('device-compliance-change');
  if (previous?.tier !== current.tier) events.push('risk-level-change');
  if (lifecycle && lifecycle.kind !== 'owner_changed') events.push('session-revoked');
  return events;
}

const toldBefore = ({ previous, lifecycle }: VerdictChange) =>
  lifecycle?.kind === 'owner_changed' ? null : previous;

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
  return { [CAEP_BASE + event]: { ...MEMBERS[event](change), ...common } };
}

/** After a restore the other of the two: whatever was told last, the consumer has to hear how it is. */
const compliedBefore = (change: VerdictChange): boolean =>
  change.isToldAnew ? !change.current.compliant : (toldBefore(change)?.compliant ?? false);

function complianceMembers(change: VerdictChange) {
  return {
    previous_status: toStatus(compliedBefore(change)),
    current_status: toStatus(change.current.compliant),
  };
}

function riskMembers(change: VerdictChange) {
  const { current } = change;
  const previous = toldBefore(change);
  return {
    principal: 'DEVICE',
    ...(previous ? { previous_level: RISK[previous.tier] } : {}),
    current_level: RISK[current.tier],
    risk_reason: riskReason(change),
  };
}

const MEMBERS: Record<CaepEvent, (change: VerdictChange) => Record<string, unknown>> = {
  'device-compliance-change': complianceMembers,
  'risk-level-change': riskMembers,
  // CAEP 1.0 section 3.1: nothing but the subject and the common members.
  'session-revoked': () => ({}),
};

/** What fails, and what does but is excused: a device that is let in for now is not called healthy. */
function riskReason({ findings, lifecycle }: VerdictChange): string {
  if (lifecycle?.kind === 'withdrawn') return 'the device is no longer theirs';
  const names = (of: readonly Finding[]) => of.map(({ check }) => check).join(', ');
  const excused = findings.filter(({ excuse }) => excuse);
  const failing = findings.filter(({ excuse }) => !excuse);
  const parts = [
    failing.length > 0 ? `failing: ${names(failing)}` : '',
    excused.length > 0 ? `excused: ${names(excused)}` : '',
  ];
  return parts.filter(Boolean).join('; ') || 'nothing fails';
}

const toStatus = (compliant: boolean) => (compliant ? 'compliant' : 'not-compliant');

/** For administrators: what moved the verdict, and each check that costs points with the values it read. */
function reasonForAdmin({ subject, cause, current, findings }: VerdictChange): string {
  const { hostname, serial } = subject;
  const named = findings
    .slice(0, MAX_NAMED_FINDINGS)
    .map(
      (finding) => `${finding.check} (${standing(finding)}): ${shorten(finding.explain, MAX_EXPLAIN_LENGTH)}`,
    );
  const verdict = `${hostname}${serial ? ` (${serial})` : ''}: score ${current.score}, tier ${current.tier}, policy ${current.policy}.`;
  return [
    shorten(cause.text, MAX_EXPLAIN_LENGTH),
    verdict,
    ...named,
    ...moreThan(named.length, findings),
  ].join(' ');
}

/** `fail`, or `fail, in grace until 2026-01-05T12:00:00.000Z`. */
const standing = ({ outcome, excuse }: Finding): string =>
  excuse ? `${outcome}, ${describeExcuse(excuse)}` : outcome;

const IN_ORDER: Record<Tier, string> = {
  trusted: 'meets the security requirements',
  limited: 'meets only part of the security requirements',
  untrusted: 'does not meet the security requirements',
};

/**
 * For the device's owner, who may read it on a sign-in page: what was found and what to do. What the policy expects
 * stays out: it may name values that are nobody's business at that page.
 */
function reasonForUser({ subject, current, findings, lifecycle }: VerdictChange): string {
  if (lifecycle?.kind === 'withdrawn') return `${subject.hostname || 'This device'} is not yours any more.`;
  const verdict = `${subject.hostname || 'This device'} ${IN_ORDER[current.tier]}.`;
  if (current.tier === 'trusted') return verdict;
  // What keeps the device out; the rest would only distract from it.
  const theirs = findings.filter(({ audience, excuse }) => audience !== 'it' && !excuse);
  const required = theirs.filter((finding) => finding.required);
  const named = (required.length > 0 ? required : theirs).slice(0, MAX_NAMED_TO_USER);
  const steps = [...Map.groupBy(named, ({ remedy }) => remedy)].map(
    ([remedy, of]) => `${of.map(foundInWords).join(' ')} What to do: ${remedy}`,
  );
  return [verdict, ...steps, ...moreThan(named.length, theirs)].join(' ');
}

const foundInWords = ({ title, user }: Finding): string =>
  shorten(user, MAX_EXPLAIN_LENGTH) || `Not so: ${title}.`;

const moreThan = (named: number, findings: readonly Finding[]): string[] =>
  findings.length > named ? [`And ${findings.length - named} more.`] : [];
