/** RFC 8935: the transmitter pushes. */
const PUSH = 'urn:ietf:rfc:8935';

/** Transmitter metadata by SSF 1.0 section 7.1: only what there is, so no empty lists and no missing endpoints. */
export function transmitterMetadata({ issuer, jwksUri }: { issuer: string; jwksUri: string }) {
  return {
    spec_version: '1_0',
    issuer,
    jwks_uri: jwksUri,
    delivery_methods_supported: [PUSH],
    default_subjects: 'ALL',
  };
}

/** Where SSF 1.0 section 7.2 looks for it: before the issuer's own path, which loses its trailing slash. */
export function transmitterMetadataPath(issuer: string): string {
  return `/.well-known/ssf-configuration${new URL(issuer).pathname.replace(/\/$/, '')}`;
}
