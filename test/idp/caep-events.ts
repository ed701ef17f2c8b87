import { type Members, toMembers, toOneOf, toText, toTimeMs } from './members.ts';
import { SetError } from './set-error.ts';

const CAEP = 'https://schemas.openid.net/secevent/caep/event-type/';
const SSF = 'https://schemas.openid.net/secevent/ssf/event-type/';

/** The event types this receiver understands, by their URI. */
export const EVENT_TYPES = {
  compliance: `${CAEP}device-compliance-change`,
  risk: `${CAEP}risk-level-change`,
  sessionRevoked: `${CAEP}session-revoked`,
  verification: `${SSF}verification`,
} as const;

const COMPLIANCE = ['compliant', 'not-compliant'] as const;
const RISK = ['LOW', 'MEDIUM', 'HIGH'] as const;
const ENTITIES = ['admin', 'user', 'policy', 'system'] as const;

export type Compliance = (typeof COMPLIANCE)[number];
export type Risk = (typeof RISK)[number];

/** Whom an event is about, and its circumstances. Times are milliseconds since 1970 UTC. */
export interface Circumstances {
  /** When it happened, as opposed to when it was told. */
  at: number;
  deviceId: string;
  /** Lower-case e-mail; null when the device belongs to nobody yet. */
  owner: string | null;
  reasonAdmin: string | null;
  reasonUser: string | null;
}

export type CaepEvent =
  | ({ kind: 'compliance'; previous: Compliance; current: Compliance } & Circumstances)
  | ({ kind: 'risk'; current: Risk } & Circumstances)
  | ({ kind: 'session-revoked' } & Circumstances)
  | { kind: 'verification'; streamId: string; state: string | null };

/** English where there is any, else the first language: CAEP 1.0 §2 wants at least one. */
function toReason(value: unknown, path: string): string | null {
  if (value === undefined) return null;
  const texts = Object.entries(toMembers(value, path)).map(
    ([tag, text]) => [tag, toText(text, `${path}.${tag}`)] as const,
  );
  const [first] = texts;
  if (!first) throw new SetError('invalid_request', `${path}: expected at least one language, got none`);
  return (texts.find(([tag]) => /^en\b/i.test(tag)) ?? first)[1];
}

function toDeviceId(subject: Members): string {
  toOneOf(subject.format, ['complex'], 'sub_id.format');
  const device = toMembers(subject.device, 'sub_id.device');
  toOneOf(device.format, ['opaque'], 'sub_id.device.format');
  return toText(device.id, 'sub_id.device.id');
}

function toOwner(subject: Members): string | null {
  if (subject.user === undefined) return null;
  const user = toMembers(subject.user, 'sub_id.user');
  toOneOf(user.format, ['email'], 'sub_id.user.format');
  const email = toText(user.email, 'sub_id.user.email');
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw new SetError(
      'invalid_request',
      `sub_id.user.email: expected an e-mail address, got ${JSON.stringify(email)}`,
    );
  }
  return email.toLowerCase();
}

function toCircumstances(
  subject: Members,
  event: Members,
  times: { iatMs: number; latestMs: number },
): Circumstances {
  if (event.initiating_entity !== undefined) toOneOf(event.initiating_entity, ENTITIES, 'initiating_entity');
  return {
    at:
      event.event_timestamp === undefined
        ? times.iatMs
        : toTimeMs(event.event_timestamp, times.latestMs, 'event_timestamp'),
    deviceId: toDeviceId(subject),
    owner: toOwner(subject),
    reasonAdmin: toReason(event.reason_admin, 'reason_admin'),
    reasonUser: toReason(event.reason_user, 'reason_user'),
  };
}

function toVerification(subject: Members, event: Members): CaepEvent {
  toOneOf(subject.format, ['opaque'], 'sub_id.format');
  return {
    kind: 'verification',
    streamId: toText(subject.id, 'sub_id.id'),
    state: event.state === undefined ? null : toText(event.state, 'state'),
  };
}

/**
 * Reads the one event of a token by the member rules of CAEP 1.0 §3 and SSF 1.0 §8.1.4. Members it doesn't
 * know are ignored, as the standard demands.
 * @throws SetError `invalid_request`, naming the member.
 */
export function toCaepEvent(claims: Members, times: { iatMs: number; latestMs: number }): CaepEvent {
  const subject = toMembers(claims.sub_id, 'sub_id');
  const [entry, ...more] = Object.entries(toMembers(claims.events, 'events'));
  if (!entry || more.length > 0) {
    throw new SetError('invalid_request', `events: expected exactly one, got ${entry ? more.length + 1 : 0}`);
  }
  const [type, payload] = entry;
  const event = toMembers(payload, `events[${type}]`);
  switch (type) {
    case EVENT_TYPES.compliance:
      return {
        kind: 'compliance',
        previous: toOneOf(event.previous_status, COMPLIANCE, 'previous_status'),
        current: toOneOf(event.current_status, COMPLIANCE, 'current_status'),
        ...toCircumstances(subject, event, times),
      };
    case EVENT_TYPES.risk:
      toOneOf(event.principal, ['DEVICE'], 'principal');
      if (event.previous_level !== undefined) toOneOf(event.previous_level, RISK, 'previous_level');
      if (event.risk_reason !== undefined) toText(event.risk_reason, 'risk_reason');
      return {
        kind: 'risk',
        current: toOneOf(event.current_level, RISK, 'current_level'),
        ...toCircumstances(subject, event, times),
      };
    case EVENT_TYPES.sessionRevoked:
      return { kind: 'session-revoked', ...toCircumstances(subject, event, times) };
    case EVENT_TYPES.verification:
      return toVerification(subject, event);
    default:
      throw new SetError('invalid_request', `events: ${type} was not asked for`);
  }
}
