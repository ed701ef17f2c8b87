import { AssayError, type Envelope, encodeUnenrollment, type Signer, signEnvelope } from '@assay/shared';
import type { DeviceKeys } from './key/device-keys.ts';
import { connect } from './session/connection.ts';
import type { Identity } from './state/agent-state.ts';

/**
 * Tells the collector that this device leaves for good.
 * @throws AssayError `collector_unreachable`, `challenge_mismatch`, or whatever the collector refuses with
 */
export async function unenroll(identity: Identity, keys: DeviceKeys, proxy: URL | null): Promise<void> {
  try {
    await leave(identity, keys.signer, proxy);
  } catch (error) {
    const isOtherKey = error instanceof AssayError && error.code === 'signature_invalid';
    if (!isOtherKey || !keys.refused()) throw error;
    await leave(identity, keys.signer, proxy);
  }
}

async function leave(identity: Identity, signer: Signer, proxy: URL | null): Promise<void> {
  const { collectorUrl: url, caPem } = identity;
  let done = false;
  let failure: unknown = null;
  const connection = connect({ url, caPem, proxy }, (message, { send, close }) => {
    if (message.type === 'unenrolled') done = true;
    if (message.type !== 'challenge') return;
    signLeave(identity, signer, message).then(
      (envelope) => send({ type: 'unenroll', envelope }),
      (error) => {
        failure = error;
        close();
      },
    );
  });
  const ending = await connection.ended;
  if (done) return;
  throw failure ?? ending?.error ?? new AssayError('collector_unreachable', `${url} ended without an answer`);
}

async function signLeave(
  { deviceId, collectorId }: Identity,
  signer: Signer,
  challenge: { nonce: Uint8Array; collectorId: string },
): Promise<Envelope> {
  if (challenge.collectorId !== collectorId) {
    throw new AssayError('challenge_mismatch', 'this collector is not the one that the device enrolled with');
  }
  const payload = encodeUnenrollment({ deviceId, nonce: challenge.nonce, collectorId });
  return signEnvelope('unenrollment', payload, signer);
}
