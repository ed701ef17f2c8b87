import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import models from '@tufjs/models';

/** The roles of a TUF repository. Root and targets sign seldom and are kept offline; the other two sign daily. */
export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];

/** A role's key. */
export interface RoleKey {
  id: string;
  key: InstanceType<typeof models.Key>;
  sign(data: Buffer): InstanceType<typeof models.Signature>;
}

/** Makes an Ed25519 key for each role that has none; one that is there is never written over. @returns those made */
export function makeKeys(dir: string): Role[] {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return ROLES.filter((role) => {
    const file = fileOf(dir, role);
    if (existsSync(file)) return false;
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    return true;
  });
}

/** @throws Error naming the file, when it is missing or no key: an offline key is not here unless it is needed */
export function loadKey(dir: string, role: Role): RoleKey {
  const file = fileOf(dir, role);
  let secret: KeyObject;
  try {
    secret = createPrivateKey(readFileSync(file));
  } catch (cause) {
    throw new Error(`cannot use ${file}: ${(cause as Error).message}`, { cause });
  }
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const keyVal = { public: Buffer.from(x, 'base64url').toString('hex') };
  // TUF leaves the id to the repository; clients take it as it stands in the root.
  const id = createHash('sha256').update(`ed25519\0${keyVal.public}`).digest('hex');
  return {
    id,
    key: new models.Key({ keyID: id, keyType: 'ed25519', scheme: 'ed25519', keyVal }),
    sign: (data) => new models.Signature({ keyID: id, sig: sign(null, data, secret).toString('hex') }),
  };
}

const fileOf = (dir: string, role: Role): string => join(dir, `${role}.pem`);
