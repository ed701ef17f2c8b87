import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashToken, newToken } from './enrollment/tokens.ts';
import { writePrivateFile } from './keys/private-file.ts';
import type { Store } from './store/store.ts';

const file = (dataDir: string) => join(dataDir, 'admin-token');

/**
 * The first API token, made with the data directory and kept there for the owner's own commands; the database
 * knows only its hash.
 */
export async function loadAdminToken(
  dataDir: string,
  store: Pick<Store, 'putAccess'>,
  at: number,
): Promise<string> {
  if (!existsSync(file(dataDir))) writePrivateFile(file(dataDir), `${newToken()}\n`);
  const token = readAdminToken(dataDir);
  await store.putAccess({ hash: hashToken(token), name: 'admin token', kind: 'api', at, expiresAt: null });
  return token;
}

/** @throws Error when there is none, or it may not be read */
export const readAdminToken = (dataDir: string): string => readFileSync(file(dataDir), 'utf8').trim();
