import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@assay/shared';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { loadTlsIdentity } from '../keys/tls-identity.ts';
import { accessRoutes, createSignInCodes } from './access.ts';
import { createApi } from './server.ts';

it('lets nobody keep others out by wrong codes: behind a proxy all have one address', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-access-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const tls = await loadTlsIdentity(null, { dir, names: [] }, Date.now());
  const api = await createApi(tls, 'TLSv1.3', pino({ level: 'silent' }));
  const codes = createSignInCodes(systemClock);
  const store = { access: async () => null, putAccess: async () => {}, removeAccess: async () => {} };
  const collector = { version: '0.1.0', id: 'c' };
  await accessRoutes(api, {
    ...{ store: { ...store, record: async () => {} }, codes, clock: systemClock, collector, publicUrl: null },
  });
  const signIn = (code: string) => api.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { code } });

  const tries: number[] = [];
  for (let i = 0; i < 25; i++) tries.push((await signIn(`${i}`.padEnd(43, 'x'))).statusCode);
  expect([tries[0], tries[24]]).toEqual([401, 429]);
  expect((await signIn(codes.create('ada'))).statusCode).toBe(204);
});
