import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestCollector } from '../helpers/test-collector.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((addresses = []) =>
  addresses.some(({ family }) => family === 'IPv6'),
);

test.runIf(hasIpv6).each(['::', '::1'])(
  'a device enrolls at a collector that listens on %s',
  async (host) => {
    await using world = await startDisposable({ host });
    expect(world.collector.url).toMatch(/^https:\/\/\[::1\]:\d+$/);
    expect(await world.collector.isEnrolled((await world.enroll()).deviceId)).toBe(true);
  },
);

test('a collector that listens on every address is not told to agents as 0.0.0.0', async () => {
  await using world = await startDisposable({ host: '0.0.0.0' });
  expect(world.collector.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
});

test('its certificate is for the address of its public URL', async () => {
  await using world = await startDisposable({ publicUrl: 'https://[2001:db8::1]:7443' });
  const leaf = new X509Certificate(readFileSync(join(dirname(world.collector.caFile), 'tls.pem')));
  expect(leaf.checkIP('2001:db8::1')).toBeDefined();
});

test('its certificate is also for the address that it listens on, which commands on this machine go to', async () => {
  await using world = await startDisposable({ host: '127.0.0.2', publicUrl: 'https://collector.example' });
  const leaf = new X509Certificate(readFileSync(join(dirname(world.collector.caFile), 'tls.pem')));
  expect(leaf.checkIP('127.0.0.2')).toBeDefined();
  expect(leaf.checkHost('collector.example')).toBeDefined();
});

async function startDisposable(settings: Parameters<typeof startTestCollector>[0]) {
  const world = await startTestCollector(settings);
  return { ...world, [Symbol.asyncDispose]: world.close };
}
