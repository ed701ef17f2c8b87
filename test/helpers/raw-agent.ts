import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  type CollectorMessage,
  createSigner,
  type Enrollment,
  type Envelope,
  encodeAgentFrame,
  encodeEnrollment,
  encodeHello,
  encodeReport,
  type Hello,
  type Report,
  type Signals,
  type Signer,
  signEnvelope,
} from '@assay/shared';
import { hardware } from './posture.ts';
import { type Door, openRawConnection, type RawConnection } from './raw-connection.ts';

export const newSigner = (): Signer =>
  createSigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'file');

/** A signed enrollment in answer to a connection's challenge, with the fields that a test wants otherwise. */
export function signEnrollment(
  { challenge }: RawConnection,
  signer: Signer,
  fields: Pick<Enrollment, 'token'> & Partial<Enrollment>,
): Promise<Envelope> {
  const payload = encodeEnrollment({
    ...challenge,
    publicKey: signer.publicKey.spki,
    keyStorage: signer.storage,
    platform: 'linux',
    hardware,
    agentVersion: '0.1.0',
    ...fields,
  });
  return signEnvelope('enrollment', payload, signer);
}

/** A signed hello in answer to a connection's challenge, with the fields that a test wants otherwise. */
export function signHello(
  { challenge }: RawConnection,
  { deviceId, signer, lastReport = null }: RawDevice,
  fields: Partial<Hello> = {},
): Promise<Envelope> {
  const payload = encodeHello({
    deviceId,
    ...challenge,
    agentVersion: '0.1.0',
    bootId: 'boot',
    lastReport,
    trial: false,
    ...fields,
  });
  return signEnvelope('hello', payload, signer);
}

/** An enrolled device: its id and its key. */
export interface RawDevice {
  deviceId: string;
  signer: Signer;
  /** What its hello tells of the last report; kept up by `RawSession.report`. */
  lastReport?: Hello['lastReport'];
}

/** Enrolls by the ceremony. */
export async function enrollRaw(door: Door, token: string, signer = newSigner()): Promise<RawDevice> {
  const connection = await openRawConnection(door);
  connection.send({ type: 'enroll', envelope: await signEnrollment(connection, signer, { token }) });
  const { deviceId } = await connection.expect('enrolled');
  await connection.ended;
  return { deviceId, signer };
}

/** An open session, which does what a test says, right or wrong. */
export interface RawSession {
  connection: RawConnection;
  welcome: Extract<CollectorMessage, { type: 'welcome' }>;
  signReport(fields: Pick<Report, 'number' | 'signals'> & Partial<Report>): Promise<Envelope>;
  /** Signs, sends and waits for the acknowledgement. */
  report(number: number, signals: Signals): Promise<Extract<CollectorMessage, { type: 'ack' }>>;
  close(): Promise<void>;
}

/** Opens a session by the ordinary handshake. */
export async function openRawSession(door: Door, device: RawDevice): Promise<RawSession> {
  const connection = await openRawConnection(door);
  connection.send({ type: 'hello', envelope: await signHello(connection, device) });
  const welcome = await connection.expect('welcome');
  const bootId = randomUUID();

  const signReport: RawSession['signReport'] = (fields) => {
    const { nonce } = connection.challenge;
    const payload = encodeReport({
      deviceId: device.deviceId,
      nonce,
      bootId,
      createdAt: Date.now(),
      lost: null,
      ...fields,
    });
    return signEnvelope('report', payload, device.signer);
  };
  return {
    connection,
    welcome,
    signReport,
    async report(number, signals) {
      const envelope = await signReport({ number, signals });
      device.lastReport = { number, digest: digestOf(envelope) };
      connection.send({ type: 'report', envelope });
      return connection.expect('ack');
    },
    async close() {
      connection.socket.close(1000);
      await connection.ended;
    },
  };
}

/** SHA-256 of a report's payload, as `Unchanged` names it. */
export const digestOf = ({ payload }: Envelope): Buffer => createHash('sha256').update(payload).digest();

/** A frame whose envelope was changed after signing. */
export const frameOf = (type: 'enroll' | 'hello' | 'report', envelope: Envelope): Uint8Array =>
  encodeAgentFrame({ type, envelope });
