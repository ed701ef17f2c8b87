import type { Audited } from './audit.ts';

/** Tokens of the API and sign-ins, known only by their hash. */
export interface AccessWrites {
  /** Of API tokens there is one, the owner's: another takes its place. */
  putAccess(
    input: {
      hash: Uint8Array;
      name: string;
      kind: 'api' | 'sign_in';
      at: number;
      expiresAt: number | null;
    } & Audited,
  ): Promise<void>;
  removeAccess(input: { hash: Uint8Array } & Audited): Promise<void>;
}

export interface AccessReads {
  access(input: { hash: Uint8Array; at: number }): Promise<{ name: string; kind: 'api' | 'sign_in' } | null>;
}
