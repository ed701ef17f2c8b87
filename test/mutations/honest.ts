import { generateKeyPairSync } from 'node:crypto';
import {
  createSigner,
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
import { hardware, posture } from '../helpers/posture.ts';
import { type Connection, sha256, type World } from './world.ts';

/** An honest device, and all that its key ever signed to be accepted: nothing else may be. */
export interface HonestDevice {
  deviceId: string;
  signer: Signer;
  lastReport: Hello['lastReport'];
  /** SHA-256 of payloads, by what they were signed as and where: `report <nonce>`. */
  signed: Map<string, Set<string>>;
  /** SHA-256 of every report's payload: delivered late, it is history. */
  everReported: Set<string>;
}

/** Who has a key and no device id yet. */
export type Applicant = Pick<HonestDevice, 'signer' | 'signed' | 'everReported'>;

export interface Signed {
  envelope: Envelope;
  frame: Uint8Array;
}

const SLOTS = { enrollment: 'enroll', hello: 'hello', report: 'report' } as const;
export type Slot = (typeof SLOTS)[keyof typeof SLOTS];

export const newSigner = (algorithm: 'ES256' | 'Ed25519'): Signer =>
  createSigner(
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : generateKeyPairSync('ed25519').privateKey,
    'file',
  );

export const placeOf = (kind: string, { challenge }: Connection): string =>
  `${kind} ${Buffer.from(challenge.nonce).toString('hex')}`;

/** Signs as the device would; remembered as worth accepting unless `hostile`. */
async function sign(
  kind: keyof typeof SLOTS,
  payload: Uint8Array,
  { signer, signed, everReported }: Applicant,
  connection: Connection,
  hostile: boolean,
): Promise<Signed> {
  const envelope = await signEnvelope(kind, payload, signer);
  if (!hostile) {
    if (kind === 'report') everReported.add(sha256(payload));
    const place = placeOf(kind, connection);
    // A connection is over soon: what was signed for earlier ones is worth nothing any more.
    if (signed.size > 8) signed.delete(signed.keys().next().value ?? '');
    signed.set(place, (signed.get(place) ?? new Set()).add(sha256(payload)));
  }
  return { envelope, frame: encodeAgentFrame({ type: SLOTS[kind], envelope }) };
}

export function signEnrollment(
  device: Applicant,
  connection: Connection,
  token: string,
  lie?: { nonce?: Uint8Array; collectorId?: string; publicKey?: Uint8Array; token?: string },
): Promise<Signed> {
  const payload = encodeEnrollment({
    ...connection.challenge,
    token,
    publicKey: device.signer.publicKey.spki,
    keyStorage: 'file',
    platform: 'linux',
    hardware,
    agentVersion: '0.1.0',
    ...lie,
  });
  return sign('enrollment', payload, device, connection, lie !== undefined);
}

export function signHello(
  device: HonestDevice,
  connection: Connection,
  lie?: Partial<Hello>,
): Promise<Signed> {
  const payload = encodeHello({
    deviceId: device.deviceId,
    ...connection.challenge,
    agentVersion: '0.1.0',
    bootId: 'boot',
    lastReport: device.lastReport,
    trial: false,
    ...lie,
  });
  return sign('hello', payload, device, connection, lie !== undefined);
}

const SIGNALS: Signals = posture({ encrypted: true });

export function signReport(
  device: HonestDevice,
  connection: Connection,
  fields: Pick<Report, 'number'> & Partial<Report>,
  { hostile = false } = {},
): Promise<Signed> {
  const payload = encodeReport({
    deviceId: device.deviceId,
    nonce: connection.challenge.nonce,
    bootId: 'boot',
    createdAt: Date.now(),
    signals: SIGNALS,
    lost: null,
    ...fields,
  });
  return sign('report', payload, device, connection, hostile);
}

/** Enrolls by the ceremony. */
export async function enrollDevice(world: World, algorithm: 'ES256' | 'Ed25519'): Promise<HonestDevice> {
  const device: HonestDevice = {
    deviceId: '',
    signer: newSigner(algorithm),
    lastReport: null,
    signed: new Map(),
    everReported: new Set(),
  };
  const connection = await world.connect();
  connection.socket.say((await signEnrollment(device, connection, world.token)).frame);
  const answer = await connection.socket.next();
  if (answer.type !== 'enrolled') throw new Error(`expected enrolled, got ${JSON.stringify(answer)}`);
  device.deviceId = answer.deviceId;
  return device;
}
