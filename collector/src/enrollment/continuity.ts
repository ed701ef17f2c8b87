import { AssayError, type Envelope, type Hello, parsePublicKey, verifyEnvelope } from '@assay/shared';
import type { Device } from '../fleet.ts';
import type { EnrollmentReads } from '../store/enrollments.ts';
import { rolledBack } from './conflicts.ts';
import { type FlagServices, flagConflict } from './flagging.ts';
import { endedError } from './lifecycle.ts';
import { hasEnded } from './standing.ts';

export interface ContinuityServices extends FlagServices {
  store: FlagServices['store'] & Pick<EnrollmentReads, 'deviceKeys'>;
}

/**
 * Lets a hello through that the device's present key signed, and flags it when it comes from an older copy of the disk.
 * Runs within `Fleet.with`.
 * @throws AssayError `signature_invalid`, `key_retired`, `device_revoked` or `device_unenrolled`
 */
export async function assertContinues(
  envelope: Envelope,
  hello: Hello,
  device: Device,
  services: ContinuityServices,
): Promise<void> {
  await assertPresentKey('hello', envelope, device, services);
  const { record, newest } = device;
  if (hasEnded(record.state)) throw endedError(record);
  const conflict = rolledBack(hello.lastReport, newest ?? { number: 0, digest: null });
  if (conflict && !hello.trial) await flagConflict(device, conflict, services);
}

/**
 * Rule 7 (proto/README.md): a key that was replaced opens nothing. An agent writes the new key down before it sends it
 * and tries it first, so whoever still comes with the old one runs on an old copy of the disk: that is flagged.
 * @throws AssayError `signature_invalid` or `key_retired`
 */
export async function assertPresentKey(
  kind: 'hello' | 'unenrollment',
  envelope: Envelope,
  device: Device,
  services: ContinuityServices,
): Promise<void> {
  if (!device.key.keyId.equals(envelope.keyId)) {
    const keys = await services.store.deviceKeys(device.record.id);
    const retired = keys.find(
      ({ keyId, retiredAt }) => retiredAt !== null && Buffer.from(keyId).equals(envelope.keyId),
    );
    if (retired) {
      verifyEnvelope(kind, envelope, parsePublicKey(retired.publicKey));
      const detail = 'somebody came with a key that was replaced';
      await flagConflict(device, { kind: 'retired_key', otherId: null, detail }, services);
      throw new AssayError(
        'key_retired',
        'this key was replaced: what uses it runs on an old copy of the disk',
      );
    }
  }
  verifyEnvelope(kind, envelope, device.key);
}
