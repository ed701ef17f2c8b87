import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes, base64url: enough that a plain hash of it can't be searched. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
