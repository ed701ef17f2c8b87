import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { parsePublicKey, recallPublicKey, toPublicKey } from './keys.ts';

test('the key id of an Ed25519 key is the thumbprint of RFC 8037, appendix A.3', () => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
  const key = toPublicKey(createPublicKey({ key: jwk, format: 'jwk' }));
  expect(key.keyId.toString('base64url')).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('a key survives its way as DER', () => {
  const original = toPublicKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
  expect(parsePublicKey(original.spki).keyId).toEqual(original.keyId);
});

test('a recalled key is the key that was parsed', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const parsed = toPublicKey(publicKey);
  const { verify, ...recalled } = recallPublicKey(parsed);
  expect(parsed).toMatchObject(recalled);
  const bytes = Buffer.from('a report');
  const signature = sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  expect([verify(bytes, signature), verify(Buffer.from('another'), signature)]).toEqual([true, false]);
});

test.each([
  ['an RSA key', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey],
  ['a key on another curve', generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey],
])('%s is refused', (_, key) => {
  const spki = key.export({ type: 'spki', format: 'der' });
  expect(() => parsePublicKey(spki)).toThrow(expect.objectContaining({ code: 'key_unsupported' }));
});

test('bytes that are no key are refused', () => {
  expect(() => parsePublicKey(Buffer.from('nonsense'))).toThrow(
    expect.objectContaining({ code: 'key_unsupported' }),
  );
});
