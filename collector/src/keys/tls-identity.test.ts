import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostOf } from '../config.ts';
import type { TlsIdentity } from './server-identity.ts';
import { type GivenTls, loadTlsIdentity } from './tls-identity.ts';
import { createTlsReload } from './tls-reload.ts';

const DAY_MS = 86_400_000;
const now = Date.now();
const log = pino({ level: 'silent' });
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-tls-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const own = (names: string[] = []) => ({ dir, names });
const leafOf = (pem: string) => new X509Certificate(pem);
const unusable = (text: RegExp) =>
  expect.objectContaining({ code: 'certificate_unusable', message: expect.stringMatching(text) });

async function given(): Promise<GivenTls> {
  const tls = await loadTlsIdentity(null, own(), now);
  const files = { certFile: join(dir, 'given.pem'), keyFile: join(dir, 'given-key.pem'), caFile: null };
  writeFileSync(files.certFile, tls.cert);
  writeFileSync(files.keyFile, tls.key);
  return files;
}

test('the own CA issues a certificate for this machine, and its keys are for the owner alone', async () => {
  const tls = await loadTlsIdentity(null, own(['collector.example']), now);
  const leaf = leafOf(tls.cert);
  expect(leaf.verify(new X509Certificate(tls.caPem ?? '').publicKey)).toBe(true);
  for (const name of ['localhost', 'collector.example']) expect(leaf.checkHost(name)).toBe(name);
  expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
  for (const file of ['ca-key.pem', 'tls-key.pem']) expect(statSync(join(dir, file)).mode & 0o077).toBe(0);
});

test('a certificate is kept until it is about to end or a name is missing, and the pin outlives it', async () => {
  const first = await loadTlsIdentity(null, own(), now);
  expect((await loadTlsIdentity(null, own(), now + 300 * DAY_MS)).cert).toBe(first.cert);
  const renewed = await loadTlsIdentity(null, own(), now + 380 * DAY_MS);
  expect(renewed.cert).not.toBe(first.cert);
  expect(renewed.caPin).toBe(first.caPin);
  const named = await loadTlsIdentity(null, own(['new.example']), now + 380 * DAY_MS);
  expect(leafOf(named.cert).checkHost('new.example')).toBe('new.example');
});

test('a certificate that was issued while the clock was ahead is not shown before its time', async () => {
  await loadTlsIdentity(null, own(), now);
  await loadTlsIdentity(null, own(), now + 380 * DAY_MS);
  const { cert } = await loadTlsIdentity(null, own(), now);
  expect(leafOf(cert).validFromDate.getTime()).toBeLessThanOrEqual(now);
});

test('names beyond ASCII and the IPv6 addresses of URLs are covered, and nothing is issued anew for them', async () => {
  const names = ['büro-pc', hostOf('https://[2001:db8::1]:7443')];
  const first = await loadTlsIdentity(null, own(names), now);
  const leaf = leafOf(first.cert);
  expect(leaf.checkHost('xn--bro-pc-3ya')).toBe('xn--bro-pc-3ya');
  expect(leaf.checkIP('2001:db8::1')).toBe('2001:db8::1');
  expect((await loadTlsIdentity(null, own(names), now)).cert).toBe(first.cert);
});

test.each([
  ['certificate of before', 'tls.pem'],
  ['key of before', 'tls-key.pem'],
])('a renewal that was cut off, and left the %s, is made good', async (_, file) => {
  await loadTlsIdentity(null, own(), now);
  const before = readFileSync(join(dir, file));
  await loadTlsIdentity(null, own(['new.example']), now);
  writeFileSync(join(dir, file), before);
  const { cert, key } = await loadTlsIdentity(null, own(), now);
  expect(leafOf(cert).checkPrivateKey(createPrivateKey(key))).toBe(true);
});

test.each(['tls.pem', 'tls-key.pem'])('a damaged %s is issued anew', async (file) => {
  await loadTlsIdentity(null, own(), now);
  writeFileSync(join(dir, file), 'damaged');
  const { cert, key } = await loadTlsIdentity(null, own(), now);
  expect(leafOf(cert).checkPrivateKey(createPrivateKey(key))).toBe(true);
});

test.each(['ca.pem', 'ca-key.pem'])('of its own CA, a damaged %s is refused by name', async (file) => {
  await loadTlsIdentity(null, own(), now);
  writeFileSync(join(dir, file), 'damaged');
  await expect(loadTlsIdentity(null, own(['new.example']), now)).rejects.toThrow(unusable(new RegExp(file)));
});

test('the pin is the SHA-256 of the CA key', async () => {
  const { caPem, caPin } = await loadTlsIdentity(null, own(), now);
  const spki = new X509Certificate(caPem ?? '').publicKey.export({ type: 'spki', format: 'der' });
  expect(caPin).toBe(createHash('sha256').update(spki).digest('base64url'));
});

test('a given certificate is used as it is; without its CA there is nothing to pin', async () => {
  const files = await given();
  const tls = await loadTlsIdentity(files, own(), now);
  expect(tls).toMatchObject({ cert: readFileSync(files.certFile, 'utf8'), caPem: null, caPin: null });
});

test.each<[string, (files: GivenTls) => GivenTls, RegExp]>([
  ['a file that is missing', (files) => ({ ...files, certFile: '/nowhere.pem' }), /nowhere\.pem/],
  ['a key that is none', (files) => ({ ...files, keyFile: files.certFile }), /given\.pem/],
  [
    'the key of another certificate',
    (files) => ({ ...files, keyFile: join(dir, 'ca-key.pem') }),
    /not the key/,
  ],
])('%s is refused by name', async (_, change, text) => {
  await expect(loadTlsIdentity(change(await given()), own(), now)).rejects.toThrow(unusable(text));
});

test('an expired certificate is refused', async () => {
  await expect(loadTlsIdentity(await given(), own(), now + 400 * DAY_MS)).rejects.toThrow(
    unusable(/expired/),
  );
});

test('a renewed certificate is in use for new connections, while open ones go on; a broken one is not', async () => {
  const first = await loadTlsIdentity(null, own(), now - 380 * DAY_MS);
  const minVersion = 'TLSv1.3';
  const server = createServer({ cert: first.cert, key: first.key, minVersion }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const dial = async (options: ConnectionOptions = {}): Promise<TLSSocket> => {
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', ca: first.caPem ?? '', ...options });
    await once(socket, 'secureConnect');
    return socket;
  };
  let load = () => loadTlsIdentity(null, own(), now);
  const tls = { current: first };
  const renewed: TlsIdentity[] = [];
  const onRenewed = (next: TlsIdentity) => void renewed.push(next);
  const reload = createTlsReload(server, { tls, minVersion, load: () => load(), onRenewed, log });
  const before = await dial();
  expect(await reload.look()).toBe(true);
  const after = await dial();
  expect(after.getPeerX509Certificate()?.serialNumber).not.toBe(
    before.getPeerX509Certificate()?.serialNumber,
  );
  await expect(dial({ maxVersion: 'TLSv1.2' })).rejects.toThrow(/protocol version/);
  expect(before.destroyed).toBe(false);
  expect(renewed).toEqual([tls.current]);
  expect(tls.current.cert).not.toBe(first.cert);
  load = () => Promise.reject(new Error('half written'));
  expect(await reload.look()).toBe(false);
  expect(renewed).toEqual([tls.current]);
  (await dial()).destroy();
  before.destroy();
  after.destroy();
  reload.stop();
  server.close();
});
