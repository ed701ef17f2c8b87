import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  AGENT_PATH,
  type Envelope,
  encodeAgentFrame,
  encodeEnrollment,
  encodeHello,
  encodeReport,
  type Signals,
  type Signer,
  SUBPROTOCOL,
  signEnvelope,
} from '@assay/shared';
import WebSocket from 'ws';
import { hardware } from '../helpers/posture.ts';
import { newSigner } from '../helpers/raw-agent.ts';
import type { Door } from '../helpers/raw-connection.ts';
import type { Level } from './level.ts';

type Frame = Record<string, Record<string, unknown>>;

/** An agent that was built when the wire was at some level: it says and understands that much, and no more. */
export interface OldAgent {
  deviceId: string;
  open(): Promise<OldSession>;
}

export interface OldSession {
  welcome: Record<string, unknown>;
  report(number: number, signals: Signals): Promise<Record<string, unknown>>;
  unchanged(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function enrollOldAgent(level: Level, door: Door, token: string): Promise<OldAgent> {
  const signer = newSigner();
  let lastReport: { number: number; digest: Uint8Array } | null = null;
  const connection = await connect(level, door);
  const payload = encodeEnrollment({
    ...connection.challenge,
    ...{ token, publicKey: signer.publicKey.spki, keyStorage: signer.storage, platform: 'linux' as const },
    ...{ hardware, agentVersion: '0.1.0' },
  });
  connection.send('enroll', await sign('enrollment', level.asOf('Enrollment', payload), signer));
  const { enrolled } = await connection.next();
  const deviceId = String(enrolled?.device_id);

  return {
    deviceId,
    async open() {
      const own = await connect(level, door);
      const { challenge } = own;
      const hello = encodeHello({
        ...{ deviceId, ...challenge, agentVersion: '0.1.0', bootId: 'boot', lastReport, trial: false },
      });
      own.send('hello', await sign('hello', level.asOf('Hello', hello), signer));
      const { welcome = {} } = await own.next();
      return {
        welcome,
        async report(number, signals) {
          const { nonce } = challenge;
          const stated = {
            deviceId,
            number,
            nonce,
            bootId: randomUUID(),
            createdAt: Date.now(),
            signals,
            lost: null,
          };
          const envelope = await sign('report', level.asOf('Report', encodeReport(stated)), signer);
          lastReport = { number, digest: createHash('sha256').update(envelope.payload).digest() };
          own.send('report', envelope);
          return (await own.next()).ack ?? {};
        },
        async unchanged() {
          if (!lastReport) throw new Error('nothing was reported');
          const { number: reportNumber, digest } = lastReport;
          own.sendFrame(encodeAgentFrame({ type: 'unchanged', reportNumber, digest }));
          return (await own.next()).ack ?? {};
        },
        close: own.close,
      };
    },
  };
}

const sign = (kind: 'enrollment' | 'hello' | 'report', payload: Uint8Array, signer: Signer) =>
  signEnvelope(kind, payload, signer);

async function connect(level: Level, { url, ca }: Door) {
  const socket = new WebSocket(`${url.replace(/^https/, 'wss')}${AGENT_PATH}`, SUBPROTOCOL, { ca });
  const inbox: Frame[] = [];
  const waiting: ((frame: Frame) => void)[] = [];
  let gone: string | null = null;
  socket.on('message', (data: Buffer) => {
    const frame = level.decode('CollectorFrame', data) as Frame;
    // What the level does not know: an empty frame to it, passed over.
    if (Object.keys(frame).length === 0 || frame.command) return;
    (waiting.shift() ?? ((known: Frame) => inbox.push(known)))(frame);
  });
  socket.on('close', (code, reason) => {
    gone = `closed with ${code} ${reason}`;
    for (const answer of waiting.splice(0)) answer({ refusal: { code: gone } });
  });
  await once(socket, 'open');
  const next = async (): Promise<Frame> => {
    const frame =
      inbox.shift() ??
      (gone ? { refusal: { code: gone } } : await new Promise<Frame>((resolve) => waiting.push(resolve)));
    if (frame.refusal) throw new Error(`refused: ${JSON.stringify(frame.refusal)}`);
    return frame;
  };
  const { challenge } = await next();
  const sendFrame = (bytes: Uint8Array) => socket.send(level.asOf('AgentFrame', bytes));
  return {
    challenge: { nonce: challenge?.nonce as Uint8Array, collectorId: String(challenge?.collector_id) },
    next,
    sendFrame,
    send: (type: 'enroll' | 'hello' | 'report', envelope: Envelope) =>
      sendFrame(encodeAgentFrame({ type, envelope })),
    async close() {
      socket.close(1000);
      await once(socket, 'close');
    },
  };
}
