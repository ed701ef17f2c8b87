import { type assay, wire } from '@assay/proto';
import type { Envelope } from './envelope/envelope.ts';
import { bytes, DIGEST_BYTES, decodeMessage, malformed, nonce, text } from './statement-fields.ts';

/** Puts a new key in the place of the one that signs this. */
export interface Rotation {
  deviceId: string;
  nonce: Uint8Array;
  collectorId: string;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  keyStorage: string;
  /** A `RotationProof`, signed with the new key. */
  proof: Envelope;
}

/** The new key's proof of possession. */
export interface RotationProof {
  deviceId: string;
  nonce: Uint8Array;
  /** RFC 7638 thumbprint of the key that the new one takes the place of. */
  oldKeyId: Uint8Array;
}

/** The agent goes for good. */
export interface Unenrollment {
  deviceId: string;
  nonce: Uint8Array;
  collectorId: string;
}

export function encodeRotation(rotation: Rotation): Uint8Array {
  const { payload, keyId, signature } = rotation.proof;
  return wire.Rotation.encode({
    device_id: rotation.deviceId,
    nonce: rotation.nonce,
    collector_id: rotation.collectorId,
    public_key: rotation.publicKey,
    key_storage: rotation.keyStorage,
    proof: { payload, key_id: keyId, signature },
  }).finish();
}

/** @throws AssayError `frame_malformed`, naming the field */
export function decodeRotation(payload: Uint8Array): Rotation {
  const message = decodeMessage('rotation', wire.Rotation, payload);
  if (!message.proof) throw malformed('rotation.proof', "the new key's proof of possession");
  const proof = message.proof as assay.v1.Envelope;
  return {
    deviceId: text('rotation.device_id', message.device_id, 64),
    nonce: nonce('rotation.nonce', message.nonce),
    collectorId: text('rotation.collector_id', message.collector_id, 64),
    publicKey: message.public_key,
    keyStorage: text('rotation.key_storage', message.key_storage, 32),
    proof: { payload: proof.payload, keyId: proof.key_id, signature: proof.signature },
  };
}

export const encodeRotationProof = (proof: RotationProof): Uint8Array =>
  wire.RotationProof.encode({
    device_id: proof.deviceId,
    nonce: proof.nonce,
    old_key_id: proof.oldKeyId,
  }).finish();

/** @throws AssayError `frame_malformed`, naming the field */
export function decodeRotationProof(payload: Uint8Array): RotationProof {
  const message = decodeMessage('rotation proof', wire.RotationProof, payload);
  return {
    deviceId: text('rotation_proof.device_id', message.device_id, 64),
    nonce: nonce('rotation_proof.nonce', message.nonce),
    oldKeyId: bytes('rotation_proof.old_key_id', message.old_key_id, DIGEST_BYTES),
  };
}

export const encodeUnenrollment = (unenrollment: Unenrollment): Uint8Array =>
  wire.Unenrollment.encode({
    device_id: unenrollment.deviceId,
    nonce: unenrollment.nonce,
    collector_id: unenrollment.collectorId,
  }).finish();

/** @throws AssayError `frame_malformed`, naming the field */
export function decodeUnenrollment(payload: Uint8Array): Unenrollment {
  const message = decodeMessage('unenrollment', wire.Unenrollment, payload);
  return {
    deviceId: text('unenrollment.device_id', message.device_id, 64),
    nonce: nonce('unenrollment.nonce', message.nonce),
    collectorId: text('unenrollment.collector_id', message.collector_id, 64),
  };
}
