import { X509Certificate } from 'node:crypto';
import Type from 'typebox';

/** Where something is posted: https, or plain http to this machine only; no credentials in the address. */
export const EndpointUrl = Type.Refine(
  Type.String({
    title: 'Address',
    description: 'https://… (http:// only for 127.0.0.1, [::1] and localhost)',
    maxLength: 2048,
    pattern:
      '^(https://[^\\s/?#@\\\\]+|http://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:\\d{1,5})?)([/?][^\\s#]*)?$',
  }),
  (address) => URL.canParse(address),
  () => 'must be an address: its host or port is none',
);

/** Certificates, PEM, one of which must have signed the endpoint's; without it, the public ones count. */
export const CaPem = Type.Refine(
  Type.String({
    title: 'Own certificate authority',
    description: 'PEM; replaces the public certificate authorities for this target',
    maxLength: 65_536,
  }),
  holdsCertificates,
  () => 'must be certificates in PEM, whole',
);

// Node leaves out what it cannot read, and then trusts nobody.
function holdsCertificates(text: string): boolean {
  try {
    const found = text
      .split(/(?=-----BEGIN CERTIFICATE-----)/)
      .filter((part) => part.startsWith('-----BEGIN'));
    for (const pem of found) new X509Certificate(pem);
    return found.length > 0;
  } catch {
    return false;
  }
}
