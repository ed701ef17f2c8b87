import { X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { CA_PATH, pinOf } from '@assay/shared';
import { createAgent } from './proxy.ts';

/** Where to connect, by which way, and whom to trust there. */
export interface Endpoint {
  url: string;
  /** PEM; null: the system's CA store. */
  caPem: string | null;
  /** Null: the way is direct. */
  proxy: URL | null;
}

/** What answers at an address, whoever it is. */
export interface Peer {
  /** Node's word for what is wrong with its certificate; null: it is trusted. */
  problem: string | null;
  subject: string;
  /** Who issued the certificate, by its own word. */
  issuer: string;
  /** base64url SHA-256 of the public key of the uppermost certificate it showed. */
  topPin: string;
  validFrom: Date;
  validTo: Date;
  protocol: string | null;
  /** Its clock, by the HTTP Date header, ms; null: none. Not to be relied upon while `problem` is not null. */
  time: number | null;
}

const TIMEOUT_MS = 10_000;

let systemStoreInUse = false;

/** TLS options that trust the pinned CA and nothing else, or, without one, the system's store. */
export function trustOf(caPem: string | null): { ca?: string } {
  if (caPem !== null) return { ca: caPem };
  // Once for the process: a store of hundreds of certificates is costly to build for each connection.
  if (!systemStoreInUse)
    setDefaultCACertificates([...getCACertificates('system'), ...getCACertificates('extra')]);
  systemStoreInUse = true;
  return {};
}

/**
 * Connects without believing anything, to see what is there: for messages and for the doctor. Sends nothing but a GET
 * of the public CA certificate.
 * @throws Error of Node's when there is no TLS connection, or no HTTP answer on it
 */
export function lookAtPeer({ url, caPem, proxy }: Endpoint): Promise<Peer> {
  return new Promise((resolve, reject) => {
    const options = { agent: createAgent(proxy), ...trustOf(caPem), rejectUnauthorized: false };
    const request = get(new URL(CA_PATH, url), { ...options, timeout: TIMEOUT_MS }, (response) => {
      const socket = response.socket as TLSSocket;
      const certificate = socket.getPeerX509Certificate();
      const problem = socket.authorized ? null : String(socket.authorizationError);
      const { date } = response.headers;
      if (certificate) resolve(describe(certificate, problem, socket.getProtocol(), date));
      else reject(new Error('no certificate was shown'));
      response.destroy();
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    request.on('error', reject);
  });
}

function describe(
  certificate: X509Certificate,
  problem: string | null,
  protocol: string | null,
  date: string | undefined,
): Peer {
  return {
    problem,
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    topPin: pinOf(topOf(certificate)),
    validFrom: certificate.validFromDate,
    validTo: certificate.validToDate,
    protocol,
    time: date === undefined ? null : Date.parse(date) || null,
  };
}

function topOf(certificate: X509Certificate): X509Certificate {
  const above = certificate.issuerCertificate;
  return above && above.fingerprint256 !== certificate.fingerprint256 ? topOf(above) : certificate;
}

/** Who issued what this CA's own certificate says, for messages: its name and its pin. */
export function nameCa(caPem: string): string {
  const certificate = new X509Certificate(caPem);
  return `${oneLine(certificate.subject)} (pin ${pinOf(certificate)})`;
}

const oneLine = (name: string): string => name.replaceAll('\n', ', ').slice(0, 200);
