import { randomBytes } from 'node:crypto';
import { signEnvelope } from '@assay/shared';
import { newSigner } from '../raw-agent.ts';
import { type Attack, inSession, onConnection, signals } from './attack.ts';

/** Bytes that are no message. */
export const FRAMES: Attack[] = [
  onConnection('a garbage frame', 'frame_malformed', ({ socket }) => socket.send(Buffer.alloc(300, 0xff))),
  onConnection('an empty frame', 'frame_unexpected', ({ socket }) => socket.send(Buffer.alloc(0))),
  onConnection('a text frame', 'frame_not_binary', ({ socket }) => socket.send('{"hello":"world"}')),
  onConnection('an unknown message type', 'frame_unexpected', ({ socket }) =>
    socket.send(Buffer.from([0xfa, 0x01, 0x00])),
  ),
  onConnection('a hello that is no protobuf message', 'frame_malformed', async ({ send }) =>
    send({ type: 'hello', envelope: await signEnvelope('hello', Buffer.alloc(40, 0xff), newSigner()) }),
  ),
  onConnection('a hello without its fields', 'frame_malformed', async ({ send }) =>
    send({ type: 'hello', envelope: await signEnvelope('hello', Buffer.alloc(0), newSigner()) }),
  ),
  inSession('a garbage frame in an open session', 'frame_malformed', ({ session }) =>
    session.connection.socket.send(randomBytes(3000).fill(0xff, 0, 8)),
  ),
  inSession('a report that is signed garbage', 'frame_malformed', async ({ session, device }) =>
    session.connection.send({
      type: 'report',
      envelope: await signEnvelope('report', Buffer.alloc(100, 0xff), device.signer),
    }),
  ),
  inSession('a report number that no integer can hold exactly', 'frame_malformed', async ({ session }) =>
    session.connection.send({
      type: 'report',
      envelope: await session.signReport({ number: 2 ** 53, signals }),
    }),
  ),
];
