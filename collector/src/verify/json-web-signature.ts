import { constants, type KeyObject, verify } from 'node:crypto';
import type { KeySet } from './key-set.ts';

// jose verifies by promises only; judgements are made in one go, so that nothing of a device moves in between.

interface Algorithm {
  matches(key: KeyObject): boolean;
  verify(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean;
}

const rsa = (hash: string, padding: number): Algorithm => ({
  matches: (key) => key.asymmetricKeyType === 'rsa',
  // A salt as long as the hash: RFC 7518 §3.5; without a salt it is not looked at.
  verify: (key, bytes, signature) =>
    verify(hash, bytes, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, signature),
});

const ecdsa = (hash: string, namedCurve: string): Algorithm => ({
  matches: (key) => key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === namedCurve,
  verify: (key, bytes, signature) => verify(hash, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature),
});

/** RFC 7518 §3.1 and RFC 8037 §3.1, without secrets that are shared and without "none". */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  RS256: rsa('sha256', constants.RSA_PKCS1_PADDING),
  RS384: rsa('sha384', constants.RSA_PKCS1_PADDING),
  RS512: rsa('sha512', constants.RSA_PKCS1_PADDING),
  PS256: rsa('sha256', constants.RSA_PKCS1_PSS_PADDING),
  PS384: rsa('sha384', constants.RSA_PKCS1_PSS_PADDING),
  PS512: rsa('sha512', constants.RSA_PKCS1_PSS_PADDING),
  ES256: ecdsa('sha256', 'prime256v1'),
  ES384: ecdsa('sha384', 'secp384r1'),
  ES512: ecdsa('sha512', 'secp521r1'),
  EdDSA: {
    matches: (key) => key.asymmetricKeyType === 'ed25519',
    verify: (key, bytes, signature) => verify(null, bytes, key, signature),
  },
};

/** What came of a signature. */
export type SignedClaims =
  | { status: 'signed'; header: Record<string, unknown>; claims: Record<string, unknown> }
  /** The key set does not tell. */
  | { status: 'key_unknown'; keyId: string }
  | { status: 'not_signed'; why: string };

/** A token of claims in compact form (RFC 7519) against a key set, without a look at what it claims. Never throws. */
export function verifyToken(token: string, keys: KeySet): SignedClaims {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const [header, claims] = [parsePart(head), parsePart(body)];
  if (more.length > 0 || !header || !claims) return { status: 'not_signed', why: 'it is not a token' };
  // RFC 7515 §4.1.11: what must be understood, and is not.
  if (header.crit !== undefined)
    return { status: 'not_signed', why: 'it asks for extensions of its signature' };
  const id = typeof header.kid === 'string' ? header.kid : undefined;
  const found = keys.find(id);
  if (!found) return { status: 'key_unknown', keyId: id ?? 'without an id' };
  const { key, algorithm } = found;
  const named = typeof header.alg === 'string' && Object.hasOwn(ALGORITHMS, header.alg) ? header.alg : '';
  const by = ALGORITHMS[named];
  // The key decides by what it may be used; a token that names something else is not asked to explain.
  if (!by?.matches(key) || (algorithm !== undefined && algorithm !== named))
    return { status: 'not_signed', why: 'its algorithm is not that of its key' };
  const isSigned = by.verify(key, Buffer.from(`${head}.${body}`), Buffer.from(signature, 'base64url'));
  return isSigned
    ? { status: 'signed', header, claims }
    : { status: 'not_signed', why: 'its signature is not by the key that it names' };
}

function parsePart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
