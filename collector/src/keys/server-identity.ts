import { hkdfSync } from 'node:crypto';

/** What the HTTPS server presents, and whom agents may trust there. */
export interface TlsIdentity {
  /** PEM: leaf, then what leads to its CA. */
  cert: string;
  /** PEM, PKCS#8. */
  key: string;
  /** PEM of the CA for agents to pin; null: they trust their system's CA store. */
  caPem: string | null;
  /** A file to verify the server with: the CA, or the given chain itself. */
  caFile: string;
  /** base64url SHA-256 of the CA's SubjectPublicKeyInfo. */
  caPin: string | null;
}

/** What the server shows now: an identity that was renewed takes the place of the one before. */
export interface TlsInUse {
  current: TlsIdentity;
}

/**
 * What the server encrypts its TLS 1.3 tickets with (RFC 8446, section 4.6.1): agents that come back after a restart
 * resume their session, for it follows from certificate and key. So tickets end with the certificate they were issued
 * under. Each resumed session still makes fresh keys of its own (`psk_dhe_ke`, the only mode that OpenSSL takes by itself).
 * @returns 48 bytes, as Node's `ticketKeys`
 */
export const ticketKeysOf = ({ cert, key }: Pick<TlsIdentity, 'cert' | 'key'>): Buffer =>
  Buffer.from(hkdfSync('sha256', key, cert, 'assay tls tickets', 48));

/** How long an agent may stay away and still resume, and the name of what it resumes, the same for every start. */
export const TICKETS = { sessionTimeout: 86_400, sessionIdContext: 'assay' } as const;
