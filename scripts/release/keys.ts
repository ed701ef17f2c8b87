import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import models from '@tufjs/models';

/** The roles of a TUF repository. Root and targets sign seldom and are kept offline; the other two sign daily. */
export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];

/** A key of a role. */
export interface RoleKey {
  id: string;
  file: string;
  key: InstanceType<typeof models.Key>;
  /** Null: only its public half is here. */
  sign: ((data: Buffer) => InstanceType<typeof models.Signature>) | null;
}

/**
 * Makes an Ed25519 key for each role that has none; what is there is never written over. Each private key comes with its
 * public half, which may lie anywhere.
 * @param rootKeys how many the root has: more than one are `root-1.pem`, `root-2.pem` and so on, for as many people
 * @returns the names of those made
 */
export function makeKeys(dir: string, rootKeys = 1): string[] {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return ROLES.filter((role) => keyFiles(dir, role).length === 0).flatMap((role) => {
    const many = role === 'root' && rootKeys > 1;
    const names = many ? Array.from({ length: rootKeys }, (_, index) => `root-${index + 1}`) : [role];
    for (const name of names) makeKey(dir, name);
    return names;
  });
}

function makeKey(dir: string, name: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const write = (ending: string, pem: string | Buffer, mode: number) =>
    writeFileSync(join(dir, `${name}${ending}`), pem, { mode, flag: 'wx' });
  write('.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  write('.pub.pem', publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
}

/**
 * All keys of a role in a directory: `ROLE.pem` or `ROLE-NAME.pem`, and `….pub.pem` where the private half is elsewhere.
 * @throws Error naming the file, when one is no key or when there is none: an offline key is only where it is needed
 */
export function loadKeys(dir: string, role: Role): RoleKey[] {
  const files = keyFiles(dir, role);
  if (files.length === 0) throw new Error(`there is no key ${role}.pem in ${dir}`);
  const keys = new Map<string, RoleKey>();
  for (const file of files) {
    const found = loadKey(join(dir, file));
    if (!keys.get(found.id)?.sign) keys.set(found.id, found);
  }
  return [...keys.values()];
}

function loadKey(file: string): RoleKey {
  const pem = readPem(file);
  const { x = '' } = (pem.type === 'public' ? pem : createPublicKey(pem)).export({ format: 'jwk' });
  const keyVal = { public: Buffer.from(x, 'base64url').toString('hex') };
  // TUF leaves the id to the repository; clients take it as it stands in the root.
  const id = createHash('sha256').update(`ed25519\0${keyVal.public}`).digest('hex');
  const key = new models.Key({ keyID: id, keyType: 'ed25519', scheme: 'ed25519', keyVal });
  if (pem.type === 'public') return { id, file, key, sign: null };
  const signWith = (data: Buffer) =>
    new models.Signature({ keyID: id, sig: sign(null, data, pem).toString('hex') });
  return { id, file, key, sign: signWith };
}

function readPem(file: string): KeyObject {
  try {
    const text = readFileSync(file);
    const found = file.endsWith('.pub.pem') ? createPublicKey(text) : createPrivateKey(text);
    if (found.asymmetricKeyType === 'ed25519') return found;
    throw new Error(`it is for ${found.asymmetricKeyType}, and Ed25519 is wanted`);
  } catch (cause) {
    throw new Error(`cannot use ${file}: ${(cause as Error).message}`, { cause });
  }
}

function keyFiles(dir: string, role: Role): string[] {
  const name = new RegExp(`^${role}(-[\\w-]+)?(\\.pub)?\\.pem$`);
  try {
    return readdirSync(dir)
      .filter((file) => name.test(file))
      .sort();
  } catch (cause) {
    throw new Error(`cannot read ${dir}: ${(cause as Error).message}`, { cause });
  }
}
