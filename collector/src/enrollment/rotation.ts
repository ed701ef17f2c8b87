import {
  AssayError,
  decodeRotation,
  decodeRotationProof,
  type Envelope,
  type PublicKey,
  parsePublicKey,
  type Rotation,
  verifyEnvelope,
} from '@assay/shared';
import type { Device } from '../fleet.ts';
import type { EnrollmentWrites } from '../store/enrollments.ts';
import { type AskedChallenge, assertAnswersChallenge } from '../verify/freshness.ts';

/**
 * Puts a new key in the place of a device's present one, when the present one vouches for it and the new one proves its
 * own possession; both for this session. Runs within `Fleet.with`.
 * @returns the key that the device is known by from now on
 * @throws AssayError the codes of envelope, key, challenge and decoding; `report_mismatch`, `key_already_enrolled`
 */
export async function rotateKey(
  envelope: Envelope,
  device: Device,
  challenge: AskedChallenge,
  { store, now }: { store: Pick<EnrollmentWrites, 'rotateKey'>; now: number },
): Promise<PublicKey> {
  const rotation = decodeRotation(verifyEnvelope('rotation', envelope, device.key));
  assertAnswersChallenge(rotation, challenge);
  if (rotation.deviceId !== device.record.id) throw ofAnotherDevice();
  const key = parsePublicKey(rotation.publicKey);
  assertPossession(rotation, key, device);
  const { keyId, spki: publicKey, algorithm: keyAlgorithm } = key;
  const kept = { keyId, publicKey, keyAlgorithm, keyStorage: rotation.keyStorage };
  const result = await store.rotateKey({
    deviceId: device.record.id,
    oldKeyId: device.record.keyId,
    key: { ...kept, since: now },
    payload: envelope.payload,
    signature: envelope.signature,
  });
  if (result !== 'rotated') {
    throw new AssayError(result, 'this key belongs, or once belonged, to a device: make another one');
  }
  device.key = key;
  Object.assign(device.record, kept);
  return key;
}

// Rule 8 (proto/README.md): stops a device from putting a key in its place that is somebody else's.
function assertPossession(rotation: Rotation, key: PublicKey, device: Device): void {
  const proof = decodeRotationProof(verifyEnvelope('rotation-proof', rotation.proof, key));
  if (proof.deviceId !== device.record.id) throw ofAnotherDevice();
  assertAnswersChallenge({ nonce: proof.nonce, collectorId: rotation.collectorId }, rotation);
  if (!device.key.keyId.equals(proof.oldKeyId)) {
    throw new AssayError('signature_invalid', 'the new key names another key to take the place of');
  }
}

const ofAnotherDevice = () =>
  new AssayError('report_mismatch', 'the rotation names another device than the session');
