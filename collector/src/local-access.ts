import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashToken, newToken } from './enrollment/tokens.ts';
import { writePrivateFile } from './keys/private-file.ts';
import type { AccessWrites } from './store/access.ts';

/** What the owner of the data directory needs to call the running collector. */
export interface LocalAccess {
  adminToken: string;
  /** PEM to verify the server with; null: the system's CA store. */
  caPem: string | null;
}

const files = (dataDir: string) => ({ token: join(dataDir, 'admin-token'), ca: join(dataDir, 'trust.pem') });

/**
 * Keeps the first API token, made with the data directory, and the server's CA where the owner's own commands find
 * them; the database knows only the token's hash.
 * @returns the token
 */
export async function keepLocalAccess(
  dataDir: string,
  caPem: string | null,
  store: Pick<AccessWrites, 'putAccess'>,
  at: number,
): Promise<string> {
  const { token } = files(dataDir);
  if (!existsSync(token)) writePrivateFile(token, `${newToken()}\n`);
  keepTrust(dataDir, caPem);
  const { adminToken } = readLocalAccess(dataDir);
  const access = { name: 'admin token', kind: 'api' as const, at, expiresAt: null };
  await store.putAccess({ hash: hashToken(adminToken), ...access });
  return adminToken;
}

/** Keeps whom the owner's own commands trust: written only where it is another one, for the disk may be full. */
export function keepTrust(dataDir: string, caPem: string | null): void {
  const { ca } = files(dataDir);
  const trusted = caPem ?? '';
  if (!existsSync(ca) || readFileSync(ca, 'utf8') !== trusted) writePrivateFile(ca, trusted);
}

/** @throws Error when there is none, or it may not be read */
export function readLocalAccess(dataDir: string): LocalAccess {
  const { token, ca } = files(dataDir);
  return { adminToken: readFileSync(token, 'utf8').trim(), caPem: readFileSync(ca, 'utf8') || null };
}
