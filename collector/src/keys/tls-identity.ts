import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pinOf } from '@assay/shared';
import { loadOwnTls } from './own-ca.ts';
import type { TlsIdentity } from './server-identity.ts';
import { unusable, usable } from './unusable.ts';

/** A certificate that an administrator gives, instead of the collector's own CA. */
export interface GivenTls {
  /** PEM file: leaf first, then intermediates. */
  certFile: string;
  /** PEM file. */
  keyFile: string;
  /** PEM file of the CA for agents to pin; null: one that their systems know. */
  caFile: string | null;
}

/**
 * Reads the given certificate, or the own CA's, which is made and renewed as needed.
 * @throws AssayError `certificate_unusable`, naming the file
 */
export async function loadTlsIdentity(
  given: GivenTls | null,
  own: { dir: string; names: readonly string[] },
  now: number,
): Promise<TlsIdentity> {
  return given ? readGiven(given, now) : loadOwnTls(own.dir, own.names, now);
}

function readGiven({ certFile, keyFile, caFile }: GivenTls, now: number): TlsIdentity {
  const cert = readPem(certFile);
  const key = readPem(keyFile);
  const leaf = usable(certFile, () => new X509Certificate(cert));
  if (!leaf.checkPrivateKey(usable(keyFile, () => createPrivateKey(key)))) {
    throw unusable(keyFile, `it is not the key of the certificate in ${certFile}`);
  }
  if (leaf.validToDate.getTime() <= now) throw unusable(certFile, `it expired on ${leaf.validTo}`);
  const caPem = caFile === null ? null : readPem(caFile);
  return {
    cert,
    key,
    caPem,
    caFile: caFile ?? certFile,
    caPin: caFile === null ? null : pinOf(usable(caFile, () => new X509Certificate(caPem ?? ''))),
  };
}

const readPem = (file: string): string => usable(file, () => readFileSync(file, 'utf8'));
