/** Tokens of the API and sign-ins, known only by their hash. */
export interface AccessWrites {
  putAccess(input: {
    hash: Uint8Array;
    name: string;
    kind: 'api' | 'sign_in';
    at: number;
    expiresAt: number | null;
  }): Promise<void>;
  removeAccess(hash: Uint8Array): Promise<void>;
}

export interface AccessReads {
  access(input: { hash: Uint8Array; at: number }): Promise<{ name: string; kind: 'api' | 'sign_in' } | null>;
}
