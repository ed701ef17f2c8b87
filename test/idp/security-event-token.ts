import { decodeProtectedHeader, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type CaepEvent, toCaepEvent } from './caep-events.ts';
import { toText } from './members.ts';
import { SetError } from './set-error.ts';

/** How far the transmitter's clock may be ahead of ours. */
const CLOCK_TOLERANCE_MS = 5_000;

export interface SetExpectations {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
  /** Milliseconds since 1970 UTC. */
  now: number;
}

/** A token whose signature and claims hold. `jti` is the key for recognising a repetition. */
export interface SecurityEventToken {
  jti: string;
  event: CaepEvent;
}

const CLAIM_CODES: Record<string, 'invalid_issuer' | 'invalid_audience'> = {
  iss: 'invalid_issuer',
  aud: 'invalid_audience',
};

/** Only what is the token's fault; a key set that can't be fetched is not, and passes through unchanged. */
function toSetError(error: unknown): unknown {
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new SetError(CLAIM_CODES[error.claim] ?? 'invalid_request', error.message, { cause: error });
  }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed
  ) {
    return new SetError('invalid_key', error.message, { cause: error });
  }
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JOSENotSupported
  ) {
    return new SetError('invalid_request', error.message, { cause: error });
  }
  return error;
}

/** SSF 1.0 §4.1.1 wants the short form exactly; RFC 8417 §2.3 gives it so that no other JWT passes for a SET. */
function assertHeader(token: string): void {
  let header: { typ?: string; kid?: string };
  try {
    header = decodeProtectedHeader(token);
  } catch (error) {
    throw new SetError('invalid_request', 'expected a compact JWS', { cause: error });
  }
  if (header.typ !== 'secevent+jwt') {
    throw new SetError('invalid_request', `typ: expected secevent+jwt, got ${header.typ ?? 'nothing'}`);
  }
  if (!header.kid) throw new SetError('invalid_key', 'kid: expected the id of the signing key, got nothing');
}

function assertClaims(claims: JWTPayload, now: number): number {
  for (const claim of ['sub', 'exp'] as const) {
    if (claims[claim] !== undefined) {
      throw new SetError('invalid_request', `${claim}: must not be in a security event token`);
    }
  }
  const iatMs = (claims.iat ?? Number.NaN) * 1000;
  if (!(iatMs <= now + CLOCK_TOLERANCE_MS)) {
    throw new SetError(
      'invalid_request',
      `iat: expected a time that is not in the future, got ${claims.iat}`,
    );
  }
  return iatMs;
}

/**
 * Verifies one compact SET by the profile of SSF 1.0 §4 (ES256 or RS256) and reads its event.
 * @throws SetError when the token is at fault; whatever `keys` throws when the keys can't be had.
 */
export async function verifySet(token: string, expected: SetExpectations): Promise<SecurityEventToken> {
  assertHeader(token);
  const { payload } = await jwtVerify(token, expected.keys, {
    issuer: expected.issuer,
    audience: expected.audience,
    algorithms: ['ES256', 'RS256'],
    requiredClaims: ['iss', 'aud', 'iat', 'jti'],
    currentDate: new Date(expected.now),
  }).catch((error: unknown) => {
    throw toSetError(error);
  });
  const iatMs = assertClaims(payload, expected.now);
  const times = { iatMs, latestMs: expected.now + CLOCK_TOLERANCE_MS };
  return { jti: toText(payload.jti, 'jti'), event: toCaepEvent(payload, times) };
}
