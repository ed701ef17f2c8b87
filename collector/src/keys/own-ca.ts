// @peculiar/x509 finds its parts through decorators that expect this to be loaded first.
import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { pinOf } from '@assay/shared';
import * as x509 from '@peculiar/x509';
import { writePrivateFile } from './private-file.ts';
import type { TlsIdentity } from './server-identity.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const CA_DAYS = 3650;
// Browsers and Apple's platforms refuse leaves that live longer than 398 days.
const LEAF_DAYS = 397;
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
  if (!existsSync(file.ca)) {
    const ca = await createCa(now);
    writePrivateFile(file.caKey, ca.key);
    writePrivateFile(file.ca, ca.cert, 0o644);
  }
  const caPem = readFileSync(file.ca, 'utf8');
  const wanted = [...new Set(['localhost', '127.0.0.1', '::1', hostname(), ...localAddresses(), ...names])];
  if (!existsSync(file.leaf) || !isGood(readFileSync(file.leaf, 'utf8'), wanted, now)) {
    const leaf = await issue(wanted, caPem, readFileSync(file.caKey, 'utf8'), now);
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

const localAddresses = () =>
  Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );

function isGood(pem: string, names: readonly string[], now: number): boolean {
  const leaf = new X509Certificate(pem);
  const covered = (name: string) =>
    (isAddress(name) ? leaf.checkIP(name) : leaf.checkHost(name)) !== undefined;
  return leaf.validToDate.getTime() - now > RENEW_BEFORE_DAYS * DAY_MS && names.every(covered);
}

const isAddress = (name: string) => /^[\d.]+$/.test(name) || name.includes(':');

async function createCa(now: number): Promise<{ cert: string; key: string }> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=Assay collector CA ${crypto.randomUUID().slice(0, 8)}`,
    keys,
    signingAlgorithm: ALGORITHM,
    ...validity(now, CA_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: pemOf(cert), key: await privatePem(keys.privateKey) };
}

async function issue(names: readonly string[], caPem: string, caKeyPem: string, now: number) {
  const ca = new x509.X509Certificate(caPem);
  const signingKey = await crypto.subtle.importKey(
    'pkcs8',
    x509.PemConverter.decodeFirst(caKeyPem),
    ALGORITHM,
    false,
    ['sign'],
  );
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.create({
    subject: 'CN=Assay collector',
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: ALGORITHM,
    ...validity(now, LEAF_DAYS),
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isAddress(value) ? 'ip' : 'dns', value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(ca.publicKey),
    ],
  });
  return { cert: pemOf(cert), key: await privatePem(keys.privateKey) };
}

// An hour back: a clock that runs slow must not see a certificate from the future.
const validity = (now: number, days: number) => ({
  notBefore: new Date(now - 3_600_000),
  notAfter: new Date(now + days * DAY_MS),
});

const pemOf = (cert: x509.X509Certificate) => `${cert.toString('pem')}\n`;
const privatePem = async (key: CryptoKey) =>
  `${x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;
