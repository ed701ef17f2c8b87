import { createPublicKey, type KeyObject } from 'node:crypto';

/** A vendor's public keys, each parsed once. */
export interface KeySet {
  /** The key of that id; without an id the only one there is. Undefined: none, or not told which. */
  find(id: string | undefined): VendorKey | undefined;
  readonly size: number;
}

interface VendorKey {
  key: KeyObject;
  /** The only algorithm that it is for (RFC 7517 §4.4), where the set says so. */
  algorithm: string | undefined;
}

/** RSA keys below that are refused (RFC 7518 §3.3). */
const LEAST_RSA_BITS = 2048;

/**
 * A JWK set (RFC 7517 §5) of public keys for signatures. Keys for encryption are passed over.
 * @throws Error saying what is wrong with which key
 */
export function parseKeySet(text: string): KeySet {
  const { keys } = JSON.parse(text) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('expected a JWK set: {"keys": [...]}');
  const known = new Map<string, VendorKey>();
  for (const [i, jwk] of keys.entries()) {
    if (jwk?.use !== undefined && jwk.use !== 'sig') continue;
    const id = typeof jwk?.kid === 'string' ? jwk.kid : `#${i}`;
    if (known.has(id)) throw new Error(`two keys have the id ${id}`);
    known.set(id, parseKey(jwk, id));
  }
  if (known.size === 0) throw new Error('it holds no key for signatures');
  return {
    size: known.size,
    find: (id) => (id === undefined && known.size === 1 ? [...known.values()][0] : known.get(id ?? '')),
  };
}

function parseKey(jwk: Record<string, unknown> | null, id: string): VendorKey {
  if (typeof jwk !== 'object' || jwk === null || jwk.kty === 'oct' || jwk.d !== undefined)
    throw new Error(`key ${id}: expected a public key`);
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const { modulusLength } = key.asymmetricKeyDetails ?? {};
    if (modulusLength !== undefined && modulusLength < LEAST_RSA_BITS)
      throw new Error(`expected at least ${LEAST_RSA_BITS} bits`);
    return { key, algorithm: typeof jwk.alg === 'string' ? jwk.alg : undefined };
  } catch (error) {
    throw new Error(`key ${id}: ${(error as Error).message}`, { cause: error });
  }
}
