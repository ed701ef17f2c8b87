import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashToken } from './enrollment/tokens.ts';
import { keepLocalAccess } from './local-access.ts';
import { openMemoryStore } from './store/memory/memory-store.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-access-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['SQLite store', openSqliteStore],
  ['store in memory', openMemoryStore],
])('a token that was taken away is worth nothing after the next start, in a %s', async (_, openEngine) => {
  const store = await openEngine(join(dir, 'assay.db'));
  const isGood = async (token: string) => (await store.access({ hash: hashToken(token), at: 2 })) !== null;
  const person = { hash: hashToken('a person'), name: 'ada', kind: 'sign_in' as const, at: 1, expiresAt: 9 };
  await store.putAccess(person);
  const leaked = await keepLocalAccess(dir, null, store, 1);
  expect(await keepLocalAccess(dir, null, store, 1)).toBe(leaked);
  rmSync(join(dir, 'admin-token'));
  const fresh = await keepLocalAccess(dir, null, store, 1);
  expect(await Promise.all([leaked, fresh, 'a person'].map(isGood))).toEqual([false, true, true]);
  await store.close();
});
