import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { AssayError } from './errors.ts';
import type { KeyStorage } from './signals.ts';

export type KeyAlgorithm = 'ES256' | 'Ed25519';

interface Algorithm {
  name: KeyAlgorithm;
  /** Public JWK members that RFC 7638 §3.2 hashes, in its order. */
  thumbprintMembers: readonly string[];
  matches(key: KeyObject): boolean;
  sign(key: KeyObject, bytes: Uint8Array): Uint8Array;
  verify(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * Closed table. The algorithm follows from the key that was enrolled, never from what a message claims, so
 * there is nothing to confuse. Both make signatures of 64 bytes.
 */
const ALGORITHMS: readonly Algorithm[] = [
  {
    name: 'ES256',
    thumbprintMembers: ['crv', 'kty', 'x', 'y'],
    matches: (key) => key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1',
    sign: (key, bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
    verify: (key, bytes, signature) => verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature),
  },
  {
    name: 'Ed25519',
    thumbprintMembers: ['crv', 'kty', 'x'],
    matches: (key) => key.asymmetricKeyType === 'ed25519',
    sign: (key, bytes) => sign(null, bytes, key),
    verify: (key, bytes, signature) => verify(null, bytes, key, signature),
  },
];

function algorithmOf(key: KeyObject): Algorithm {
  const algorithm = ALGORITHMS.find((candidate) => candidate.matches(key));
  if (!algorithm) {
    throw new AssayError('key_unsupported', `expected an ECDSA P-256 or Ed25519 key, got ${describe(key)}`);
  }
  return algorithm;
}

const describe = (key: KeyObject): string =>
  [key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve].filter(Boolean).join(' ');

/** A device's public key, parsed once; parsing at every report costs as much as half a verification. */
export interface PublicKey {
  algorithm: KeyAlgorithm;
  /** RFC 7638 thumbprint, SHA-256, 32 bytes. */
  keyId: Buffer;
  /** SubjectPublicKeyInfo, DER. */
  spki: Buffer;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** @throws AssayError `key_unsupported` unless it is an ECDSA P-256 or Ed25519 public key */
export function toPublicKey(key: KeyObject): PublicKey {
  const algorithm = algorithmOf(key);
  return {
    algorithm: algorithm.name,
    keyId: thumbprint(key, algorithm),
    spki: key.export({ type: 'spki', format: 'der' }),
    verify: (bytes, signature) => algorithm.verify(key, bytes, signature),
  };
}

/**
 * @param spki SubjectPublicKeyInfo, DER
 * @throws AssayError `key_unsupported` when it is no such key, or none that is accepted
 */
export const parsePublicKey = (spki: Uint8Array): PublicKey => toPublicKey(readSpki(spki));

/**
 * A key that was parsed before, from what was kept of it: computing its id again takes twice as long as reading the key. It
 * is read when it first verifies something: a device that is only judged anew signs nothing. Where it is no such key,
 * `verify` throws as `parsePublicKey` does.
 */
export function recallPublicKey({ spki, keyId, algorithm }: KeptKey): PublicKey {
  const own = ownCopy(spki);
  let verify: PublicKey['verify'] | undefined;
  return {
    ...{ algorithm, keyId: ownCopy(keyId), spki: own },
    verify(bytes, signature) {
      verify ??= verifierOf(own);
      return verify(bytes, signature);
    },
  };
}

/** What is kept of a key that was parsed. */
type KeptKey = Pick<PublicKey, 'algorithm'> & { spki: Uint8Array; keyId: Uint8Array };

function verifierOf(spki: Uint8Array): PublicKey['verify'] {
  const key = readSpki(spki);
  const algorithm = algorithmOf(key);
  return (bytes, signature) => algorithm.verify(key, bytes, signature);
}

/** `Buffer.from` cuts copies out of 64 KB, which would live as long as the key. */
const ownCopy = (bytes: Uint8Array): Buffer => Buffer.from(new Uint8Array(bytes).buffer);

function readSpki(spki: Uint8Array): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch (cause) {
    throw new AssayError('key_unsupported', 'expected a public key as SubjectPublicKeyInfo in DER', {
      cause,
    });
  }
}

/** Signs with a device key, wherever that lives. */
export interface Signer {
  publicKey: PublicKey;
  storage: KeyStorage;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A signer over a private key in this process's memory. */
export function createSigner(privateKey: KeyObject, storage: KeyStorage): Signer {
  const algorithm = algorithmOf(privateKey);
  return {
    publicKey: toPublicKey(createPublicKey(privateKey)),
    storage,
    sign: async (bytes) => algorithm.sign(privateKey, bytes),
  };
}

// RFC 7638 §3: SHA-256 over the JWK's required members, in lexicographic order, without white space.
function thumbprint(key: KeyObject, algorithm: Algorithm): Buffer {
  const jwk = key.export({ format: 'jwk' }) as Record<string, unknown>;
  const required = Object.fromEntries(algorithm.thumbprintMembers.map((member) => [member, jwk[member]]));
  return createHash('sha256').update(JSON.stringify(required)).digest();
}
