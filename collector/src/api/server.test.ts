import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { loadTlsIdentity } from '../keys/tls-identity.ts';
import { createApi } from './server.ts';

it('lets nobody hold a connection by a request that is never said to its end', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-api-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const tls = await loadTlsIdentity(null, { dir, names: [] }, Date.now());
  const { server } = await createApi(tls, 'TLSv1.3', pino({ level: 'silent' }));
  // Node looks whether one of the two has passed; 0 is never.
  expect(server.requestTimeout).toBe(60_000);
  expect(server.headersTimeout).toBeGreaterThan(0);
});

it('answers an address that is none as it answers all that is wrong', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-api-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const tls = await loadTlsIdentity(null, { dir, names: [] }, Date.now());
  const api = await createApi(tls, 'TLSv1.3', pino({ level: 'silent' }));
  const answer = await api.inject('/%');
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' });
});

it('says after how long to come back wherever it says that there were too many requests', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-api-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const tls = await loadTlsIdentity(null, { dir, names: [] }, Date.now());
  const api = await createApi(tls, 'TLSv1.3', pino({ level: 'silent' }));
  api.get('/busy', () => {
    throw new AssayError('too_many_requests', 'ten policies are being tried already');
  });
  api.get('/limited', { config: { rateLimit: { max: 1, timeWindow: 60_000 } } }, () => ({}));
  await api.inject('/limited');
  for (const [path, seconds] of [
    ['/busy', '5'],
    ['/limited', '60'],
  ] as const) {
    const { statusCode, headers } = await api.inject(path);
    expect([statusCode, String(headers['retry-after'])]).toEqual([429, seconds]);
  }
});
