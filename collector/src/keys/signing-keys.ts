import { createPublicKey, generateKeyPair, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AssayError } from '@assay/shared';
import { type CryptoKey, calculateJwkThumbprint, importPKCS8, type JWK, SignJWT } from 'jose';
import type { SigningAlg } from '../publish/target.ts';

/** What the collector signs with; RS256 because the CAEP interoperability profile asks for it. */
const ALGS = ['ES256', 'RS256'] as const satisfies readonly SigningAlg[];

/** The collector's own keys as an issuer of SETs and tokens. */
export interface SigningKeys {
  /** A compact JWS over the claims as they are; `typ` says what it is, such as `secevent+jwt`. */
  sign(claims: Record<string, unknown>, alg: SigningAlg, typ: string): Promise<string>;
  /** The public halves, as an RFC 7517 set; `kid` is the RFC 7638 thumbprint. */
  jwks(): { keys: JWK[] };
}

/**
 * Reads the keys of a directory, and makes those that are missing: PKCS#8 PEM, one file per algorithm, for the owner only.
 * @throws AssayError `signing_key_unusable` when a file is no key of its algorithm, or is open to others.
 */
export async function loadSigningKeys(dir: string): Promise<SigningKeys> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  // One after the other: when a file is refused, no other is still being written behind the caller's back.
  const loaded: SigningKey[] = [];
  for (const alg of ALGS) loaded.push(await loadKey(dir, alg));
  const byAlg = new Map(loaded.map((key) => [key.alg, key]));
  return {
    async sign(claims, alg, typ) {
      const key = byAlg.get(alg);
      if (!key) throw new Error(`expected ${ALGS.join(' or ')}, got ${alg}`);
      return new SignJWT(claims).setProtectedHeader({ alg, kid: key.kid, typ }).sign(key.privateKey);
    },
    jwks: () => ({ keys: loaded.map(({ publicJwk }) => ({ ...publicJwk })) }),
  };
}

interface SigningKey {
  alg: SigningAlg;
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

async function loadKey(dir: string, alg: SigningAlg): Promise<SigningKey> {
  const path = join(dir, `signing-${alg.toLowerCase()}.pem`);
  const pem = (await readKeyFile(path)) ?? (await makeKeyFile(path, alg));
  try {
    const privateKey = await importPKCS8(pem, alg);
    const jwk = createPublicKey(pem).export({ format: 'jwk' }) as JWK;
    const kid = await calculateJwkThumbprint(jwk);
    return { alg, kid, privateKey, publicJwk: { ...jwk, use: 'sig', alg, kid } };
  } catch (cause) {
    throw unusable(`expected a private ${alg} key in PKCS#8 PEM in ${path}`, cause);
  }
}

const unusable = (why: string, cause?: unknown) => new AssayError('signing_key_unusable', why, { cause });

async function readKeyFile(path: string): Promise<string | null> {
  try {
    const pem = await readFile(path, 'utf8');
    const mode = (await stat(path)).mode & 0o777;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw unusable(`expected ${path} to be for its owner only, got mode ${mode.toString(8)}: chmod 600 it`);
    }
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and linked into place, so that a crash leaves no half key and of two processes one wins. */
async function makeKeyFile(path: string, alg: SigningAlg): Promise<string> {
  const pem = await generatePem(alg);
  const aside = `${path}.${randomUUID()}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(pem);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(path, 'utf8');
}

async function generatePem(alg: SigningAlg): Promise<string> {
  const generate = promisify(generateKeyPair);
  const { privateKey } =
    alg === 'ES256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
