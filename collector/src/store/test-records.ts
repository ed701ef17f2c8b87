import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { type Assessment, createSigner, parseJoinString, type Signer } from '@assay/shared';
import { issueToken, type TokenServices } from '../enrollment/issue-token.ts';
import type { StoredDevice } from './devices.ts';
import type { NewDevice } from './enrollments.ts';
import type { Commit } from './report-log.ts';

const AT = Date.UTC(2026, 0, 5, 12);

/** A device's key. */
export const newSigner = (): Signer =>
  createSigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'file');

/** A token's text. */
export async function newToken(store: TokenServices['store'], uses = 1): Promise<string> {
  const collector = { url: 'https://collector.example:7443', caPin: 'A'.repeat(43) };
  const services = { store, clock: { now: () => AT }, collector };
  return parseJoinString((await issueToken({ uses, expiresInS: 86_400 }, services)).joinString).token;
}

/** A device that asks to be enrolled with a token. */
export function makeNewDevice(token: string, { publicKey }: Signer = newSigner()): NewDevice {
  const { keyId, spki, algorithm } = publicKey;
  return {
    id: randomUUID(),
    tokenHash: createHash('sha256').update(token).digest(),
    platform: 'linux',
    identity: { hostname: 'ada', serial: null, uuid: null, vendor: null, model: null, virtual: false },
    keyId,
    publicKey: spki,
    keyAlgorithm: algorithm,
    keyStorage: 'file',
    agentVersion: '0.1.0',
    at: AT,
  };
}

/** An enrolled device that has not reported yet. */
export function makeStoredDevice(id: string, { publicKey }: Signer = newSigner()): StoredDevice {
  return {
    record: {
      id,
      platform: 'linux',
      hostname: 'ada',
      serial: null,
      uuid: null,
      vendor: null,
      model: null,
      virtual: false,
      owner: null,
      groups: [],
      state: 'active',
      stateReason: '',
      stateAt: AT,
      onConflict: 'quarantine',
      enrolledAt: AT,
      keyId: publicKey.keyId,
      publicKey: publicKey.spki,
      keyAlgorithm: publicKey.algorithm,
      keyStorage: 'file',
      agentVersion: '0.1.0',
      lastNumber: 0,
      lastReportAt: null,
      lastSeenAt: null,
      canary: false,
    },
    evidence: null,
    newest: null,
    assessment: null,
    cause: null,
    causeAt: null,
  };
}

/** A report's commit that changes nothing that people should see. */
export function makeCommit(deviceId: string, number: number, score = 100): Commit {
  const assessment: Assessment = {
    policy: { name: 'baseline', hash: 'sha256:00' },
    assessedAt: AT + number,
    score,
    tier: 'trusted',
    compliant: true,
    tierSince: AT,
    validUntil: AT + 86_400_000,
    nextLookAt: null,
    checks: [],
    cap: null,
  };
  const payload = Buffer.from(`report ${number}`);
  const evidence = { number, keyId: Buffer.alloc(32, 1), payload, signature: Buffer.alloc(64, 2) };
  return {
    deviceId,
    at: AT + number,
    evidence,
    identity: null,
    agentVersion: '0.1.0',
    assessment,
    isRestated: false,
    lookAt: null,
    change: null,
    judgement: null,
    isNewPosture: false,
    deliveries: [],
  };
}
