import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApiClient } from './api-client.ts';

it('tells the admin token to nobody without TLS', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assay-client-'));
  writeFileSync(join(dataDir, 'admin-token'), 'secret\n');
  writeFileSync(join(dataDir, 'trust.pem'), '');
  const told: unknown[] = [];
  const server = createServer(({ headers }, response) => {
    told.push(headers.authorization);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    rmSync(dataDir, { recursive: true });
  });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const call = async () => createApiClient({ url, dataDir }).call('GET', '/health');
  await expect(call()).rejects.toMatchObject({ code: 'config_invalid' });
  expect(told).toEqual([]);
});
