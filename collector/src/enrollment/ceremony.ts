import { AssayError, decodeEnrollment, type Envelope, parsePublicKey, verifyEnvelope } from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import type { Store } from '../store/store.ts';
import { type AskedChallenge, assertAnswersChallenge } from '../verify/freshness.ts';
import { identityOf } from './identity.ts';
import { hashToken } from './tokens.ts';

const REFUSALS = {
  token_unknown: 'the enrollment token is not known: ask for a new join string',
  token_expired: 'the enrollment token has expired: ask for a new join string',
  token_used_up: 'the enrollment token has been used up: ask for a new join string',
  key_already_enrolled: "this key already belongs to a device: remove the agent's state to enroll afresh",
} as const;

/**
 * Binds a new key to a new device id, all in one transaction with the use of the token.
 * @returns the device id
 * @throws AssayError with the codes of `REFUSALS`, or those of envelope, key, challenge and decoding
 */
export async function enroll(
  envelope: Envelope,
  challenge: AskedChallenge,
  store: Pick<Store, 'enroll'>,
  now: number,
): Promise<string> {
  const enrollment = decodeEnrollment(envelope.payload);
  const key = parsePublicKey(enrollment.publicKey);
  // Signed with the very key it carries: proof of possession.
  verifyEnvelope('enrollment', envelope, key);
  assertAnswersChallenge(enrollment, challenge);
  const id = uuidv7();
  const { result } = await store.enroll({
    id,
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
  if (result !== 'enrolled') throw new AssayError(result, REFUSALS[result]);
  return id;
}
