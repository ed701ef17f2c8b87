import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as listening from '../../collector/src/api/listen.ts';
import { startCollector } from '../../collector/src/compose.ts';
import { defaultConfig } from '../../collector/src/config.ts';

// What the system says is free, so that somebody can be quicker.
vi.mock('../../collector/src/api/listen.ts', async (importOriginal) => {
  const real = await importOriginal<typeof listening>();
  return { ...real, freePort: vi.fn(real.freePort) };
});

let dataDir: string;
let other: Server;
let taken: number;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assay-port-'));
  other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  taken = (other.address() as AddressInfo).port;
});
afterEach(() => {
  other.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (port: number, host = '127.0.0.1') =>
  startCollector({ ...defaultConfig(), canaryIntervalS: 0, dataDir, host, port }, pino({ level: 'silent' }));

it('a port that the collector chose, and that somebody took meanwhile, is chosen anew', async () => {
  vi.mocked(listening.freePort).mockResolvedValueOnce(taken);
  const collector = await start(0);
  expect(new URL(collector.url).port).not.toBe(String(taken));
  expect(listening.freePort).toHaveBeenCalledTimes(2);
  await collector.close();
});

it.each([0, 7443])('an address of another machine is told as that, also with port %d', async (port) => {
  // Of documents alone (RFC 5737): nobody has it.
  await expect(start(port, '192.0.2.1')).rejects.toMatchObject({
    code: 'address_unusable',
    message: expect.stringMatching(/192\.0\.2\.1.*--host/),
  });
});

it('a port that it was told to take and cannot is an error', async () => {
  await expect(start(taken)).rejects.toMatchObject({ code: 'port_taken' });
});
