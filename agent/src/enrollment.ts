import {
  AssayError,
  type DeviceState,
  encodeEnrollment,
  type Hardware,
  type JoinString,
  type Platform,
  type Signer,
  signEnvelope,
  VERSION,
} from '@assay/shared';
import { connect } from './session/connection.ts';
import { fetchPinnedCa } from './session/trust.ts';
import type { Identity } from './state/agent-state.ts';

/** Who asks to be enrolled. */
export interface Applicant {
  signer: Signer;
  platform: Platform;
  hardware: Hardware;
  /** On the way to the collector; null: there is none. */
  proxy: URL | null;
}

/** What the collector made of it: `state` is not `active` while an administrator has to look at it. */
export interface Enrolled {
  identity: Identity;
  state: DeviceState;
}

/**
 * The agent's side of the ceremony in proto/assay/v1/enrollment.proto.
 * @throws AssayError `ca_pin_mismatch`, `collector_unreachable`, or whatever the collector refuses with
 */
export async function enroll(join: JoinString, applicant: Applicant): Promise<Enrolled> {
  const caPem = join.caPin === null ? null : await fetchPinnedCa(join.url, join.caPin, applicant.proxy);
  let enrolled: Enrolled | null = null;
  let collectorId = '';

  const connection = connect({ url: join.url, caPem, proxy: applicant.proxy }, async (message, { send }) => {
    if (message.type === 'challenge') {
      collectorId = message.collectorId;
      send({ type: 'enroll', envelope: await apply(join.token, applicant, message) });
    }
    if (message.type === 'enrolled') {
      const { deviceId, state } = message;
      enrolled = { identity: { deviceId, collectorUrl: join.url, collectorId, caPem }, state };
    }
  });
  const ending = await connection.ended;
  if (enrolled) return enrolled;
  throw (
    ending?.error ??
    new AssayError('collector_unreachable', `${join.url} ended the enrollment without an answer`)
  );
}

function apply(
  token: string,
  { signer, platform, hardware }: Applicant,
  challenge: { nonce: Uint8Array; collectorId: string },
) {
  const payload = encodeEnrollment({
    nonce: challenge.nonce,
    collectorId: challenge.collectorId,
    token,
    publicKey: signer.publicKey.spki,
    keyStorage: signer.storage,
    platform,
    hardware,
    agentVersion: VERSION,
  });
  return signEnvelope('enrollment', payload, signer);
}
