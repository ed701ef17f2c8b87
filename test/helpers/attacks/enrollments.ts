import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Envelope, ErrorCode } from '@assay/shared';
import { newSigner, signEnrollment } from '../raw-agent.ts';
import { openRawConnection, type RawConnection } from '../raw-connection.ts';
import type { TestCollector } from '../test-collector.ts';
import type { Attack } from './attack.ts';

/** An enrollment that something is wrong with; tokens and the like are made before. */
const enrolling = (
  name: string,
  code: ErrorCode,
  prepare: (world: TestCollector) => Promise<(connection: RawConnection) => Promise<Envelope>>,
): Attack => ({
  name,
  code,
  async prepare(world) {
    const sign = await prepare(world);
    return async () => {
      const connection = await openRawConnection(world.door);
      connection.send({ type: 'enroll', envelope: await sign(connection) });
      return connection;
    };
  },
});

const unsupported = (type: 'rsa' | 'ec') => {
  const { publicKey } =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return publicKey.export({ type: 'spki', format: 'der' });
};

/** Enrollments without the right to one. */
export const ENROLLMENTS: Attack[] = [
  enrolling(
    'an unknown enrollment token',
    'token_unknown',
    async () => (connection) => signEnrollment(connection, newSigner(), { token: 'A'.repeat(43) }),
  ),
  enrolling('a used-up enrollment token', 'token_used_up', async (world) => {
    const token = await world.token({ uses: 1 });
    const first = await openRawConnection(world.door);
    first.send({ type: 'enroll', envelope: await signEnrollment(first, newSigner(), { token }) });
    await first.expect('enrolled');
    return (connection) => signEnrollment(connection, newSigner(), { token });
  }),
  enrolling('an expired enrollment token', 'token_expired', async (world) => {
    const token = await world.token({ expiresInS: 0 });
    return (connection) => signEnrollment(connection, newSigner(), { token });
  }),
  enrolling('an enrollment replayed from another connection', 'challenge_mismatch', async (world) => {
    const overheard = await openRawConnection(world.door);
    const envelope = await signEnrollment(overheard, newSigner(), { token: await world.token() });
    return async () => envelope;
  }),
  enrolling('an enrollment not signed by the key it carries', 'signature_invalid', async (world) => {
    const token = await world.token();
    const { publicKey } = newSigner();
    return (connection) => signEnrollment(connection, newSigner(), { token, publicKey: publicKey.spki });
  }),
  enrolling('a key that is enrolled already', 'key_already_enrolled', async (world) => {
    const { signer } = await world.enroll();
    const token = await world.token();
    return (connection) => signEnrollment(connection, signer, { token });
  }),
  ...(['rsa', 'ec'] as const).map((type) =>
    enrolling(`a key of another kind (${type})`, 'key_unsupported', async (world) => {
      const token = await world.token();
      return (connection) => signEnrollment(connection, newSigner(), { token, publicKey: unsupported(type) });
    }),
  ),
  enrolling('bytes that are no key', 'key_unsupported', async (world) => {
    const token = await world.token();
    return (connection) => signEnrollment(connection, newSigner(), { token, publicKey: randomBytes(91) });
  }),
];
