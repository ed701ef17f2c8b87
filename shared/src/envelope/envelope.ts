import { AssayError } from '../errors.ts';
import type { PublicKey, Signer } from '../keys.ts';
import { type PayloadKind, preAuthEncode, preAuthView } from './pae.ts';

/** Exact signed bytes and their signature. */
export interface Envelope {
  payload: Uint8Array;
  /** RFC 7638 thumbprint of the signing key, 32 bytes. */
  keyId: Uint8Array;
  signature: Uint8Array;
}

/** Signs a statement's exact bytes for one purpose. */
export async function signEnvelope(
  kind: PayloadKind,
  payload: Uint8Array,
  signer: Signer,
): Promise<Envelope> {
  const signature = await signer.sign(preAuthEncode(kind, payload));
  return { payload, keyId: signer.publicKey.keyId, signature };
}

/**
 * Gives the payload out only when this key signed it for this purpose.
 * @throws AssayError `signature_invalid`
 */
export function verifyEnvelope(kind: PayloadKind, envelope: Envelope, key: PublicKey): Uint8Array {
  if (!key.keyId.equals(envelope.keyId)) {
    throw new AssayError('signature_invalid', 'the envelope names another key than the one enrolled');
  }
  if (!key.verify(preAuthView(kind, envelope.payload), envelope.signature)) {
    throw new AssayError(
      'signature_invalid',
      `the signature over the ${kind} does not verify with the enrolled key`,
    );
  }
  return envelope.payload;
}
