import { createECDH, createHash, createPrivateKey, type KeyObject } from 'node:crypto';

/**
 * The P-256 key of a simulated device: the same for the same seed and index, so that a fleet of any size needs no file
 * of keys and comes back as itself. A hash above the curve's order, which no key can be, has a chance of 2^-32.
 */
export function deriveKey(seed: number, index: number): KeyObject {
  const secret = createHash('sha256').update(`assay simulated device ${seed} ${index}`).digest();
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(secret);
  // SEC 1 §2.3.3, uncompressed: 04 ‖ x ‖ y.
  const point = ecdh.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}
