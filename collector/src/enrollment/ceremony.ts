import {
  AssayError,
  type DeviceState,
  decodeEnrollment,
  type Envelope,
  parsePublicKey,
  verifyEnvelope,
} from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../store/audit.ts';
import type { EnrollmentWrites } from '../store/enrollments.ts';
import { type AskedChallenge, assertAnswersChallenge } from '../verify/freshness.ts';
import { identityOf } from './identity.ts';
import type { DeviceLifecycle, LifecycleServices } from './lifecycle.ts';
import { settle } from './resolve.ts';
import { hashToken } from './tokens.ts';

const REFUSALS = {
  token_unknown: 'the enrollment token is not known: ask for a new join string',
  token_expired: 'the enrollment token has expired: ask for a new join string',
  token_used_up: 'the enrollment token has been used up: ask for a new join string',
  key_already_enrolled: "this key already belongs to a device: remove the agent's state to enroll afresh",
} as const;

/** A device as the ceremony left it. */
export interface EnrolledDevice {
  id: string;
  state: DeviceState;
}

/** What a token permits is done in its name. */
const TOKEN: Actor = { name: 'enrollment token', source: 'collector' };

export interface CeremonyServices {
  store: Pick<EnrollmentWrites, 'enroll'>;
  devices: LifecycleServices;
  lifecycle: Pick<DeviceLifecycle, 'revoke'>;
}

/**
 * Binds a new key to a new device id, all in one transaction with the use of the token. Where the token permits it, the
 * machine's device of before is revoked then; a crash in between leaves the conflict open and shown, and the same key
 * with the same token goes on where it was.
 * @throws AssayError with the codes of `REFUSALS`, or those of envelope, key, challenge and decoding
 */
export async function enroll(
  envelope: Envelope,
  challenge: AskedChallenge,
  { store, devices, lifecycle }: CeremonyServices,
  now: number,
): Promise<EnrolledDevice> {
  const enrollment = decodeEnrollment(envelope.payload);
  const key = parsePublicKey(enrollment.publicKey);
  // Signed with the very key it carries: proof of possession.
  verifyEnvelope('enrollment', envelope, key);
  assertAnswersChallenge(enrollment, challenge);
  const answer = await store.enroll({
    id: uuidv7(),
    tokenHash: hashToken(enrollment.token),
    platform: enrollment.platform,
    identity: identityOf(enrollment.hardware),
    keyId: key.keyId,
    publicKey: key.spki,
    keyAlgorithm: key.algorithm,
    keyStorage: enrollment.keyStorage,
    agentVersion: enrollment.agentVersion,
    at: now,
  });
  if (answer.result !== 'enrolled') throw new AssayError(answer.result, REFUSALS[answer.result]);
  const { id, state, replaces } = answer;
  for (const other of replaces) {
    const reason = `device ${id} took its place: the same machine enrolled with another key`;
    await lifecycle.revoke(other, { by: TOKEN, reason, replacedBy: id });
  }
  if (replaces.length > 0) await settleAll(id, devices);
  return { id, state };
}

async function settleAll(id: string, devices: LifecycleServices): Promise<void> {
  for (const conflict of await devices.store.conflictsOf([id])) {
    await settle(conflict, { resolution: 'keep_this', by: TOKEN }, devices);
  }
}
