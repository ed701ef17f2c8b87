import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSigner, parsePublicKey } from '../keys.ts';
import { signEnvelope, verifyEnvelope } from './envelope.ts';
import { preAuthEncode } from './pae.ts';

const es256 = createSigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'file');
const ed25519 = createSigner(generateKeyPairSync('ed25519').privateKey, 'file');
const invalid = expect.objectContaining({ code: 'signature_invalid' });

test('the signed bytes are the DSSE pre-authentication encoding', () => {
  expect(preAuthEncode('hello', Buffer.from('hi there')).toString()).toBe(
    'DSSEv1 39 application/vnd.assay.v1.hello+protobuf 8 hi there',
  );
});

describe.each([
  ['ES256', es256],
  ['Ed25519', ed25519],
] as const)('an envelope signed with %s', (algorithm, signer) => {
  test('gives back the exact payload, whatever the bytes', async () => {
    expect(signer.publicKey.algorithm).toBe(algorithm);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (payload) => {
        const envelope = await signEnvelope('report', payload, signer);
        expect(envelope.signature).toHaveLength(64);
        expect(verifyEnvelope('report', envelope, parsePublicKey(signer.publicKey.spki))).toBe(payload);
      }),
      { numRuns: 50 },
    );
  });

  test('is refused after any single bit of payload or signature flipped', async () => {
    const envelope = await signEnvelope('report', Buffer.from('a report of some length'), signer);
    const total = (envelope.payload.length + envelope.signature.length) * 8;
    fc.assert(
      fc.property(fc.nat(total - 1), (bit) => {
        const payload = Buffer.from(envelope.payload);
        const signature = Buffer.from(envelope.signature);
        const [bytes, at] = bit < payload.length * 8 ? [payload, bit] : [signature, bit - payload.length * 8];
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
        expect(() => verifyEnvelope('report', { ...envelope, payload, signature }, signer.publicKey)).toThrow(
          invalid,
        );
      }),
    );
  });

  test('is worthless for another purpose', async () => {
    const envelope = await signEnvelope('hello', Buffer.from('x'), signer);
    expect(() => verifyEnvelope('report', envelope, signer.publicKey)).toThrow(invalid);
  });
});

test('an envelope is refused when another key is enrolled, even if it names that one', async () => {
  const envelope = await signEnvelope('report', Buffer.from('x'), es256);
  expect(() => verifyEnvelope('report', envelope, ed25519.publicKey)).toThrow(invalid);
  const renamed = { ...envelope, keyId: ed25519.publicKey.keyId };
  expect(() => verifyEnvelope('report', renamed, ed25519.publicKey)).toThrow(invalid);
});
