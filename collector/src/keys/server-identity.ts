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
