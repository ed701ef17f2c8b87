import { randomBytes } from 'node:crypto';
import type { Envelope, ErrorCode } from '@assay/shared';
import { newSigner, openRawSession, type RawDevice, signHello } from '../raw-agent.ts';
import { openRawConnection, type RawConnection } from '../raw-connection.ts';
import { type Attack, flipped, onConnection } from './attack.ts';

/** Openings of a session by somebody who may not. */
export const HELLOS: Attack[] = [
  onConnection('a device that was never enrolled', 'device_unknown', async (connection) => {
    const device = { deviceId: '0199a4de-0000-7000-8000-000000000bad', signer: newSigner() };
    connection.send({ type: 'hello', envelope: await signHello(connection, device) });
  }),
  hello('a hello with another key than the enrolled one', 'signature_invalid', (connection, { deviceId }) =>
    signHello(connection, { deviceId, signer: newSigner() }),
  ),
  hello('a hello with a broken signature', 'signature_invalid', async (connection, device) => {
    const envelope = await signHello(connection, device);
    return { ...envelope, signature: flipped(envelope.signature) };
  }),
  hello('a hello with a wrong nonce', 'challenge_mismatch', (connection, device) =>
    signHello(connection, device, { nonce: randomBytes(32) }),
  ),
  hello('a hello made for another collector', 'challenge_mismatch', (connection, device) =>
    signHello(connection, device, { collectorId: 'f3b0c2de-7d5e-4c9a-9a53-0d6a1f0b9e11' }),
  ),
  {
    name: 'a hello replayed from another connection',
    code: 'challenge_mismatch',
    async prepare(world) {
      const device = await world.enroll();
      const overheard = await openRawConnection(world.door);
      const envelope = await signHello(overheard, device);
      overheard.send({ type: 'hello', envelope });
      await overheard.expect('welcome');
      return async () => {
        const connection = await openRawConnection(world.door);
        connection.send({ type: 'hello', envelope });
        return connection;
      };
    },
  },
  {
    name: 'a session that a newer one takes the place of',
    code: 'superseded',
    async prepare(world) {
      const device = await world.enroll();
      const { connection } = await openRawSession(world.door, device);
      return async () => {
        await openRawSession(world.door, device);
        return connection;
      };
    },
  },
];

function hello(
  name: string,
  code: ErrorCode,
  sign: (connection: RawConnection, device: RawDevice) => Promise<Envelope>,
): Attack {
  return {
    name,
    code,
    async prepare(world) {
      const device = await world.enroll();
      return async () => {
        const connection = await openRawConnection(world.door);
        connection.send({ type: 'hello', envelope: await sign(connection, device) });
        return connection;
      };
    },
  };
}
