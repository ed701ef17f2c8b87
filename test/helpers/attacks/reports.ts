import { randomBytes } from 'node:crypto';
import { type DiskEncryption, ok } from '@assay/shared';
import { frameOf, openRawSession, signHello } from '../raw-agent.ts';
import { type Attack, flipped, inSession, signals } from './attack.ts';

/** Evidence that is forged, replayed, spliced or old. */
export const REPORTS: Attack[] = [
  inSession('a report with a broken signature', 'signature_invalid', async ({ session }) => {
    const envelope = await session.signReport({ number: 8, signals });
    session.connection.send({
      type: 'report',
      envelope: { ...envelope, signature: flipped(envelope.signature) },
    });
  }),
  inSession('a report changed after it was signed', 'signature_invalid', async ({ session }) => {
    const envelope = await session.signReport({ number: 8, signals });
    session.connection.send({
      type: 'report',
      envelope: { ...envelope, payload: flipped(envelope.payload) },
    });
  }),
  inSession('a report without key id and signature', 'signature_invalid', async ({ session }) => {
    const { payload } = await session.signReport({ number: 8, signals });
    const none = new Uint8Array();
    session.connection.socket.send(frameOf('report', { payload, keyId: none, signature: none }));
  }),
  inSession('a hello that is sent as a report', 'signature_invalid', async ({ session, device }) =>
    session.connection.send({ type: 'report', envelope: await signHello(session.connection, device) }),
  ),
  inSession('a report with a wrong nonce', 'challenge_mismatch', async ({ session }) =>
    session.connection.send({
      type: 'report',
      envelope: await session.signReport({ number: 8, signals, nonce: randomBytes(32) }),
    }),
  ),
  inSession('a report sent twice', 'report_number_repeated', ({ session, first }) =>
    session.connection.send({ type: 'report', envelope: first }),
  ),
  inSession('a report number that goes back', 'report_number_repeated', async ({ session }) =>
    session.connection.send({ type: 'report', envelope: await session.signReport({ number: 6, signals }) }),
  ),
  inSession(
    'a report of disk encryption without the system volume',
    'frame_malformed',
    async ({ session }) => {
      const value = { volumes: [] } as unknown as DiskEncryption;
      const disks = { ...ok(value), observedAt: 1 };
      session.connection.send({
        type: 'report',
        envelope: await session.signReport({ number: 8, signals: { ...signals, disk_encryption: disks } }),
      });
    },
  ),
  inSession('a report that names another device', 'report_mismatch', async ({ session }) =>
    session.connection.send({
      type: 'report',
      envelope: await session.signReport({
        number: 8,
        signals,
        deviceId: '0199a4de-0000-7000-8000-000000000bad',
      }),
    }),
  ),
  {
    name: "another device's report spliced into a session",
    code: 'signature_invalid',
    async prepare(world) {
      const session = await openRawSession(world.door, await world.enroll());
      const other = await openRawSession(world.door, await world.enroll());
      const { nonce } = session.connection.challenge;
      const envelope = await other.signReport({ number: 1, signals, nonce });
      return async () => {
        session.connection.send({ type: 'report', envelope });
        return session.connection;
      };
    },
  },
  {
    name: "a report made in the device's session before",
    code: 'challenge_mismatch',
    async prepare(world) {
      const device = await world.enroll();
      const before = await openRawSession(world.door, device);
      const envelope = await before.signReport({ number: 1, signals });
      await before.close();
      const session = await openRawSession(world.door, device);
      return async () => {
        session.connection.send({ type: 'report', envelope });
        return session.connection;
      };
    },
  },
];
