import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { pinOf } from '@assay/shared';
import { writePrivateFile } from './private-file.ts';
import type { TlsIdentity } from './server-identity.ts';
import { usable } from './unusable.ts';

const DAY_MS = 86_400_000;
const RENEW_BEFORE_DAYS = 30;

/**
 * The collector's own small CA and the certificate it issued, made at first use and renewed in time. Agents pin
 * the CA's key, so a renewed leaf needs nothing from them.
 * @param names further DNS names or IP addresses to be reached under
 * @throws AssayError `certificate_unusable`, naming the file of the CA or of its key
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
    const made = await (await issuing()).createCa(now);
    writePrivateFile(file.caKey, made.key);
    writePrivateFile(file.ca, made.cert, 0o644);
  }
  const caPem = usable(file.ca, () => readFileSync(file.ca, 'utf8'));
  const ca = usable(file.ca, () => new X509Certificate(caPem));
  const wanted = [
    ...new Set(
      ['localhost', '127.0.0.1', '::1', hostname(), ...localAddresses(), ...names].map(inCertificates),
    ),
  ];
  if (!isGood(file, ca, wanted, now)) {
    const caKey = usable(file.caKey, () => createPrivateKey(readFileSync(file.caKey)));
    const caKeyPem = caKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const leaf = await (await issuing()).issueLeaf(wanted, caPem, caKeyPem, now);
    writePrivateFile(file.leafKey, leaf.key);
    writePrivateFile(file.leaf, leaf.cert, 0o644);
  }
  return {
    cert: readFileSync(file.leaf, 'utf8') + caPem,
    key: readFileSync(file.leafKey, 'utf8'),
    caPem,
    caFile: file.ca,
    caPin: pinOf(ca),
  };
}

/** Certificates have names in ASCII alone; a computer's own may have others. */
const inCertificates = (name: string): string => (/[^ -~]/.test(name) ? domainToASCII(name) || name : name);

const localAddresses = () =>
  Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );

// Key and certificate are two files: a process that ends between them leaves a pair that no server starts with. Nor does one
// that is damaged matter, as long as another can be issued.
function isGood(
  file: Record<'leaf' | 'leafKey', string>,
  ca: X509Certificate,
  names: readonly string[],
  now: number,
): boolean {
  try {
    const leaf = new X509Certificate(readFileSync(file.leaf));
    if (!leaf.verify(ca.publicKey)) return false;
    if (!leaf.checkPrivateKey(createPrivateKey(readFileSync(file.leafKey)))) return false;
    const covered = (name: string) => (isIP(name) ? leaf.checkIP(name) : leaf.checkHost(name)) !== undefined;
    // One from the future was issued while the clock was ahead.
    const [from, to] = [leaf.validFromDate.getTime(), leaf.validToDate.getTime()];
    return from <= now && to - now > RENEW_BEFORE_DAYS * DAY_MS && names.every(covered);
  } catch {
    return false;
  }
}
