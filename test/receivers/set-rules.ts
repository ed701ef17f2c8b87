import type { JWTPayload } from 'jose';

const CAEP = 'https://schemas.openid.net/secevent/caep/event-type/';
const LEVELS = ['LOW', 'MEDIUM', 'HIGH'];
const STATUSES = ['compliant', 'not-compliant'];
const PRINCIPALS = ['USER', 'DEVICE', 'SESSION', 'TENANT', 'ORG_UNIT', 'GROUP'];
const INITIATORS = ['admin', 'user', 'policy', 'system'];
const SIMPLE_SUBJECT_MEMBERS: Record<string, string[]> = {
  opaque: ['id'],
  email: ['email'],
  iss_sub: ['iss', 'sub'],
};

/** What is wrong with a SET whose signature, issuer and audience are right, by SSF 1.0 section 4 and CAEP 1.0; or null. */
export function setProblem(claims: JWTPayload, nowS: number): string | null {
  if ('sub' in claims || 'exp' in claims) return 'sub and exp must not be there';
  if (typeof claims.jti !== 'string' || claims.jti === '') return 'jti is missing';
  if (typeof claims.iat !== 'number' || !Number.isInteger(claims.iat)) return 'iat is missing';
  if (claims.iat > nowS + 1) return 'iat is in the future';
  if ('txn' in claims && typeof claims.txn !== 'string') return 'txn is no string';
  return subjectProblem(claims.sub_id) ?? eventsProblem(claims.events);
}

function subjectProblem(subject: unknown): string | null {
  if (!isObject(subject)) return 'sub_id is missing';
  if (subject.format !== 'complex') return simpleSubjectProblem(subject);
  const { format: _, ...members } = subject;
  if (Object.keys(members).length === 0) return 'sub_id is empty';
  for (const member of Object.values(members)) {
    const problem = isObject(member)
      ? simpleSubjectProblem(member)
      : 'sub_id has a member that is no subject';
    if (problem) return problem;
  }
  return null;
}

function simpleSubjectProblem({ format, ...members }: Record<string, unknown>): string | null {
  const expected = SIMPLE_SUBJECT_MEMBERS[String(format)];
  if (!expected) return `sub_id has the unknown format ${String(format)}`;
  const right =
    Object.keys(members).length === expected.length &&
    expected.every((name) => typeof members[name] === 'string' && members[name] !== '');
  return right ? null : `sub_id of format ${String(format)} must have ${expected.join(', ')}`;
}

function eventsProblem(events: unknown): string | null {
  if (!isObject(events)) return 'events is missing';
  const [entry, ...more] = Object.entries(events);
  if (!entry || more.length > 0) return 'events must have exactly one event';
  const [uri, event] = entry;
  if (!isObject(event)) return 'the event is no object';
  const problem = commonProblem(event);
  if (problem) return problem;
  if (uri === `${CAEP}device-compliance-change`) return complianceProblem(event);
  if (uri === `${CAEP}risk-level-change`) return riskProblem(event);
  if (uri === `${CAEP}session-revoked`) return null;
  return `unknown event type ${uri}`;
}

function commonProblem(event: Record<string, unknown>): string | null {
  if ('event_timestamp' in event && !Number.isInteger(event.event_timestamp))
    return 'event_timestamp is no number';
  if ('initiating_entity' in event && !isOneOf(INITIATORS, event.initiating_entity)) {
    return 'initiating_entity is unknown';
  }
  for (const name of ['reason_admin', 'reason_user']) {
    if (name in event && !isReason(event[name])) return `${name} must be texts by language`;
  }
  return null;
}

function complianceProblem({ previous_status, current_status }: Record<string, unknown>): string | null {
  if (!isOneOf(STATUSES, previous_status)) return 'previous_status must be compliant or not-compliant';
  if (!isOneOf(STATUSES, current_status)) return 'current_status must be compliant or not-compliant';
  return previous_status === current_status ? 'nothing changed' : null;
}

function riskProblem(event: Record<string, unknown>): string | null {
  if (!isOneOf(PRINCIPALS, event.principal)) return 'principal is unknown';
  if (!isOneOf(LEVELS, event.current_level)) return 'current_level must be LOW, MEDIUM or HIGH';
  if (!('previous_level' in event)) return null;
  if (!isOneOf(LEVELS, event.previous_level)) return 'previous_level must be LOW, MEDIUM or HIGH';
  return event.previous_level === event.current_level ? 'nothing changed' : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOf = (list: string[], value: unknown) => typeof value === 'string' && list.includes(value);
const isReason = (value: unknown) =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([tag, text]) => /^[a-z]{2,8}(-[\w-]+)?$/i.test(tag) && typeof text === 'string',
  );
