import type { Envelope, ErrorCode } from '@assay/shared';
import { posture } from '../posture.ts';
import { openRawSession, type RawDevice, type RawSession } from '../raw-agent.ts';
import { openRawConnection, type RawConnection } from '../raw-connection.ts';
import type { TestCollector } from '../test-collector.ts';

/** What a hostile or broken agent does: first what is allowed, then the blow. */
export interface Attack {
  name: string;
  code: ErrorCode;
  /** Gives out the blow, which gives out the connection that must be refused. */
  prepare(world: TestCollector): Promise<() => Promise<RawConnection>>;
}

/** Whatever the report says: it is never judged. */
export const signals = posture({ encrypted: true });

/** A blow on a fresh connection that has only been challenged. */
export const onConnection = (
  name: string,
  code: ErrorCode,
  blow: (connection: RawConnection, world: TestCollector) => Promise<void> | void,
): Attack => ({
  name,
  code,
  prepare: async (world) => async () => {
    const connection = await openRawConnection(world.door);
    await blow(connection, world);
    return connection;
  },
});

/** A blow in the open session of a device that has reported once. */
export const inSession = (
  name: string,
  code: ErrorCode,
  blow: (at: { session: RawSession; device: RawDevice; first: Envelope }) => Promise<void> | void,
): Attack => ({
  name,
  code,
  async prepare(world) {
    const device = await world.enroll();
    const session = await openRawSession(world.door, device);
    const first = await session.signReport({ number: 7, signals });
    session.connection.send({ type: 'report', envelope: first });
    await session.connection.expect('ack');
    return async () => {
      await blow({ session, device, first });
      return session.connection;
    };
  },
});

/** One bit changed. */
export const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte));
