import type { Delivery, Subject } from '../target.ts';
import { type CaepEvent, toCaepEvents } from './events.ts';

/**
 * The claims of a SET (RFC 8417 in the profile of SSF 1.0 section 4). Made from what is stored of the delivery alone,
 * so that an attempt after a restart says the same. SSF forbids `sub` and `exp`.
 */
export function toSetClaims(
  delivery: Delivery,
  stream: { issuer: string; aud: string },
): Record<string, unknown> {
  const { change } = delivery;
  return {
    iss: stream.issuer,
    jti: delivery.id,
    iat: Math.floor(delivery.createdAt / 1_000),
    aud: stream.aud,
    txn: `${delivery.deviceId}.${change.at}`,
    sub_id: toSubjectId(change.subject),
    events: toCaepEvents(delivery.event as CaepEvent, change),
  };
}

/** RFC 9493 and SSF 1.0 section 3.3: the device, and its user when it has one. */
function toSubjectId({ deviceId, owner }: Subject): Record<string, unknown> {
  return {
    format: 'complex',
    device: { format: 'opaque', id: deviceId },
    ...(owner ? { user: { format: 'email', email: owner } } : {}),
  };
}
