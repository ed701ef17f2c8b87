import { randomBytes } from 'node:crypto';
import { LIMITS } from '@assay/shared';
import { digestOf, openRawSession, signHello } from '../raw-agent.ts';
import { openRawConnection } from '../raw-connection.ts';
import { type Attack, inSession, onConnection, signals } from './attack.ts';

/** Messages that are not allowed at this point, or not as often. */
export const ORDER: Attack[] = [
  {
    name: 'a report before the hello',
    code: 'frame_unexpected',
    async prepare(world) {
      const session = await openRawSession(world.door, await world.enroll());
      const envelope = await session.signReport({ number: 1, signals });
      await session.close();
      return async () => {
        const connection = await openRawConnection(world.door);
        connection.send({ type: 'report', envelope });
        return connection;
      };
    },
  },
  onConnection('an Unchanged before the hello', 'frame_unexpected', ({ send }) =>
    send({ type: 'unchanged', reportNumber: 1, digest: randomBytes(32) }),
  ),
  inSession('a second hello', 'frame_unexpected', async ({ session, device }) =>
    session.connection.send({ type: 'hello', envelope: await signHello(session.connection, device) }),
  ),
  inSession('more messages than allowed', 'rate_exceeded', ({ session, first }) => {
    const unchanged = { type: 'unchanged', reportNumber: 7, digest: digestOf(first) } as const;
    for (let i = 0; i <= LIMITS.maxMessagesPerSecond * 10; i++) session.connection.send(unchanged);
  }),
  inSession('a report that was never made, as unchanged', 'unchanged_mismatch', ({ session, first }) =>
    session.connection.send({ type: 'unchanged', reportNumber: 8, digest: digestOf(first) }),
  ),
  inSession('another content of the same number, as unchanged', 'unchanged_mismatch', ({ session }) =>
    session.connection.send({ type: 'unchanged', reportNumber: 7, digest: randomBytes(32) }),
  ),
];
