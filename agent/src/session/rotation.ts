import { type Envelope, encodeRotation, encodeRotationProof, signEnvelope } from '@assay/shared';
import type { DeviceKeys } from '../key/device-keys.ts';

/** The old key's word for the new one, with the new one's proof of possession; the new key is on disk then. */
export async function signRotation(
  keys: DeviceKeys,
  session: { deviceId: string; nonce: Uint8Array; collectorId: string },
): Promise<Envelope> {
  const next = keys.prepare();
  const { deviceId, nonce } = session;
  const proof = encodeRotationProof({ deviceId, nonce, oldKeyId: keys.signer.publicKey.keyId });
  const rotation = encodeRotation({
    ...session,
    publicKey: next.publicKey.spki,
    keyStorage: next.storage,
    proof: await signEnvelope('rotation-proof', proof, next),
  });
  return signEnvelope('rotation', rotation, keys.signer);
}
