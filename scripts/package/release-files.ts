import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from './package-error.ts';
import { sourceDate } from './payload.ts';

/** What a release consists of, by name, size and hash. */
export interface Manifest {
  version: string;
  /** RFC 3339, of the sources. */
  date: string;
  files: { name: string; bytes: number; sha256: string }[];
}

const SUMS = 'SHA256SUMS';
const MANIFEST = 'manifest.json';
const SIGNATURE = `${MANIFEST}.sig`;
const OWN = new Set([SUMS, MANIFEST, SIGNATURE]);

/**
 * Writes SHA256SUMS as sha256sum reads it, the manifest, and its detached signature: 64 bytes, Ed25519 (RFC 8032) over
 * the manifest's exact bytes, as `openssl pkeyutl -verify -rawin` checks it.
 * @param key null: the manifest stays unsigned
 */
export function writeReleaseFiles(dir: string, version: string, key: KeyObject | null): Manifest {
  const files = readdirSync(dir)
    .filter((name) => !OWN.has(name) && statSync(join(dir, name)).isFile())
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(dir, name));
      return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  const manifest = { version, date: new Date(sourceDate() * 1000).toISOString(), files };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(dir, SUMS), files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  writeFileSync(join(dir, MANIFEST), text);
  if (key) writeFileSync(join(dir, SIGNATURE), sign(null, text, key));
  return manifest;
}

/** @throws PackageError when the file is no private key for Ed25519 */
export function loadSigningKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw new Error(`it is for ${key.asymmetricKeyType}`);
  } catch (cause) {
    throw new PackageError(
      `${file} is no private key for Ed25519 (${(cause as Error).message}): make one with openssl genpkey -algorithm ed25519`,
    );
  }
}
