import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSigningKeys } from './signing-keys.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'assay-keys-'));
});
afterEach(() => rm(dir, { recursive: true }));

it.each(['ES256', 'RS256'] as const)('signs with %s what its JWKS verifies', async (alg) => {
  const keys = await loadSigningKeys(join(dir, 'keys'));
  const jws = await keys.sign({ iss: 'https://assay.example', jti: '1' }, alg, 'secevent+jwt');
  const { payload } = await jwtVerify(jws, createLocalJWKSet(keys.jwks()), {
    typ: 'secevent+jwt',
    algorithms: [alg],
  });
  expect(payload).toEqual({ iss: 'https://assay.example', jti: '1' });
});

it('names keys by their RFC 7638 thumbprint, and gives out public halves only', async () => {
  const keys = await loadSigningKeys(dir);
  const set = keys.jwks().keys;
  expect(set.map(({ alg }) => alg)).toEqual(['ES256', 'RS256']);
  for (const jwk of set) {
    expect(jwk).toMatchObject({ use: 'sig', kid: await calculateJwkThumbprint(jwk) });
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(jwk).not.toHaveProperty(secret);
  }
  expect(Buffer.from(set[1]?.n ?? '', 'base64url')).toHaveLength(256);
  expect(decodeProtectedHeader(await keys.sign({}, 'ES256', 'JWT')).kid).toBe(set[0]?.kid);
});

it('keeps its keys from one start to the next', async () => {
  const first = await loadSigningKeys(dir);
  const second = await loadSigningKeys(dir);
  expect(second.jwks()).toEqual(first.jwks());
});

it('ends with one pair of keys when two starts race', async () => {
  const loaded = await Promise.all([loadSigningKeys(dir), loadSigningKeys(dir), loadSigningKeys(dir)]);
  expect(new Set(loaded.map((keys) => JSON.stringify(keys.jwks()))).size).toBe(1);
  expect((await readdir(dir)).sort()).toEqual(['signing-es256.pem', 'signing-rs256.pem']);
});

it('makes another missing key only', async () => {
  const before = await loadSigningKeys(dir);
  await rm(join(dir, 'signing-rs256.pem'));
  const after = await loadSigningKeys(dir);
  expect(after.jwks().keys[0]).toEqual(before.jwks().keys[0]);
  expect(after.jwks().keys[1]).not.toEqual(before.jwks().keys[1]);
});

it.skipIf(process.platform === 'win32')(
  'keeps keys for the owner only, and refuses one that is not',
  async () => {
    await loadSigningKeys(dir);
    const path = join(dir, 'signing-es256.pem');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    await chmod(path, 0o644);
    await expect(loadSigningKeys(dir)).rejects.toMatchObject({
      code: 'signing_key_unusable',
      message: expect.stringContaining(`expected ${path} to be for its owner only, got mode 644`),
    });
  },
);

it('says which file is no key', async () => {
  const path = join(dir, 'signing-es256.pem');
  await writeFile(path, 'not a key', { mode: 0o600 });
  await expect(loadSigningKeys(dir)).rejects.toMatchObject({
    code: 'signing_key_unusable',
    message: `expected a private ES256 key in PKCS#8 PEM in ${path}`,
  });
  await loadSigningKeys(join(dir, 'other'));
  await writeFile(path, await readFile(join(dir, 'other', 'signing-rs256.pem')));
  await expect(loadSigningKeys(dir)).rejects.toThrow('expected a private ES256 key');
});
