import { createHash, type X509Certificate } from 'node:crypto';
import { AssayError } from './errors.ts';

/** What IT hands to the installer: where to go, the right to enroll, and whom to trust. */
export interface JoinString {
  /** Origin, e.g. `https://collector.example:7443`. */
  url: string;
  token: string;
  /** base64url SHA-256 of the CA's SubjectPublicKeyInfo; null: the system's CA store is trusted. */
  caPin: string | null;
}

// One word without characters that shells, MSI properties or property lists treat specially.
const PREFIX = 'assay1.';
const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;
const PIN = /^[A-Za-z0-9_-]{43}$/;

export function formatJoinString({ url, token, caPin }: JoinString): string {
  const fields = caPin ? [url, token, caPin] : [url, token];
  return PREFIX + Buffer.from(fields.join(' ')).toString('base64url');
}

/** @throws AssayError `join_string_invalid`, saying which part is wrong */
export function parseJoinString(text: string): JoinString {
  const trimmed = text.trim();
  if (!trimmed.startsWith(PREFIX)) {
    throw new AssayError(
      'join_string_invalid',
      `expected a join string starting with "${PREFIX}"; copy it whole`,
    );
  }
  const [address = '', token = '', caPin, ...rest] = Buffer.from(trimmed.slice(PREFIX.length), 'base64url')
    .toString()
    .split(' ');
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') throw damaged('an https address');
  if (!TOKEN.test(token)) throw damaged('an enrollment token');
  if (rest.length > 0 || (caPin !== undefined && !PIN.test(caPin)))
    throw damaged('a CA pin of 43 characters');
  return { url: url.origin, token, caPin: caPin ?? null };
}

const damaged = (expected: string) =>
  new AssayError('join_string_invalid', `the join string is damaged: expected ${expected}; copy it whole`);

/** base64url SHA-256 of a certificate's SubjectPublicKeyInfo: it survives the certificate's renewal. */
export const pinOf = (certificate: X509Certificate): string =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
