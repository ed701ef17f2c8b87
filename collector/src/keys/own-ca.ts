import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { pinOf } from '@assay/shared';
import { writePrivateFile } from './private-file.ts';
import type { TlsIdentity } from './server-identity.ts';

const DAY_MS = 86_400_000;
const RENEW_BEFORE_DAYS = 30;

/**
 * The collector's own small CA and the certificate it issued, made at first use and renewed in time. Agents pin
 * the CA's key, so a renewed leaf needs nothing from them.
 * @param names further DNS names or IP addresses to be reached under
 */
export async function loadOwnTls(dir: string, names: readonly string[], now: number): Promise<TlsIdentity> {
  const file = {
    ca: join(dir, 'ca.pem'),
    caKey: join(dir, 'ca-key.pem'),
    leaf: join(dir, 'tls.pem'),
    leafKey: join(dir, 'tls-key.pem'),
  };
  // Ten megabytes of code that a collector needs once a year.
  const issuing = () => import('./issue-certificate.ts');
  if (!existsSync(file.ca)) {
    const ca = await (await issuing()).createCa(now);
    writePrivateFile(file.caKey, ca.key);
    writePrivateFile(file.ca, ca.cert, 0o644);
  }
  const caPem = readFileSync(file.ca, 'utf8');
  const wanted = [
    ...new Set(
      ['localhost', '127.0.0.1', '::1', hostname(), ...localAddresses(), ...names].map(inCertificates),
    ),
  ];
  const isThere = existsSync(file.leaf) && existsSync(file.leafKey);
  if (!isThere || !isGood(file, wanted, now)) {
    const leaf = await (await issuing()).issueLeaf(wanted, caPem, readFileSync(file.caKey, 'utf8'), now);
    writePrivateFile(file.leafKey, leaf.key);
    writePrivateFile(file.leaf, leaf.cert, 0o644);
  }
  return {
    cert: readFileSync(file.leaf, 'utf8') + caPem,
    key: readFileSync(file.leafKey, 'utf8'),
    caPem,
    caFile: file.ca,
    caPin: pinOf(new X509Certificate(caPem)),
  };
}

/** Certificates have names in ASCII alone; a computer's own may have others. */
const inCertificates = (name: string): string => (/[^ -~]/.test(name) ? domainToASCII(name) || name : name);

const localAddresses = () =>
  Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );

// Key and certificate are two files: a process that ends between them leaves a pair that no server starts with.
function isGood(
  file: Record<'ca' | 'leaf' | 'leafKey', string>,
  names: readonly string[],
  now: number,
): boolean {
  const [ca, leaf] = [file.ca, file.leaf].map((pem) => new X509Certificate(readFileSync(pem)));
  if (!ca || !leaf?.verify(ca.publicKey)) return false;
  if (!leaf.checkPrivateKey(createPrivateKey(readFileSync(file.leafKey)))) return false;
  const covered = (name: string) => (isIP(name) ? leaf.checkIP(name) : leaf.checkHost(name)) !== undefined;
  // One from the future was issued while the clock was ahead.
  const [from, to] = [leaf.validFromDate.getTime(), leaf.validToDate.getTime()];
  return from <= now && to - now > RENEW_BEFORE_DAYS * DAY_MS && names.every(covered);
}
