import { createSigner, type Signer, signEnvelope } from '@assay/shared';
import { enrollment, hello, report } from './statements.ts';
import { TEST_KEYS, type TestKeyName } from './test-keys.ts';

type Kind = 'enrollment' | 'hello' | 'report';

/** Bytes are lower-case hex. */
export interface EnvelopeVector {
  name: string;
  /** What it is verified as, and with whose key. */
  kind: Kind;
  key: TestKeyName;
  valid: boolean;
  payload: string;
  key_id: string;
  signature: string;
  /** The bytes that a verifier checks the signature over. */
  pre_auth_encoding: string;
}

export interface EnvelopeVectors {
  about: string;
  keys: Record<TestKeyName, { private_key_pkcs8: string; public_key_spki: string; key_id: string }>;
  envelopes: EnvelopeVector[];
}

const ABOUT =
  'Golden envelopes; proto/README.md says how they are made. Bytes are hex. The private keys are the examples of RFC 6979 and RFC 8032: everybody knows them, so they are for tests alone.';

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const flipLastBit = (text: string): string => {
  const bytes = Buffer.from(text, 'hex');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return hex(bytes);
};

/** A signer that shows what it was asked to sign, and keeps a signature that was made before. */
function watched(name: TestKeyName, known: (preAuthEncoding: Uint8Array) => Uint8Array | null) {
  const signer = createSigner(TEST_KEYS[name], 'file');
  let signed: Uint8Array = new Uint8Array();
  return {
    ...signer,
    get signed() {
      return signed;
    },
    async sign(bytes: Uint8Array) {
      signed = bytes;
      return known(bytes) ?? (await signer.sign(bytes));
    },
  };
}

/** @param before ECDSA is randomised: its signatures are kept where they still verify, so that nothing changes needlessly */
export async function makeEnvelopeVectors(before: EnvelopeVectors | null): Promise<EnvelopeVectors> {
  const signers: Record<TestKeyName, Signer> = {
    ES256: createSigner(TEST_KEYS.ES256, 'file'),
    Ed25519: createSigner(TEST_KEYS.Ed25519, 'file'),
  };

  async function valid(
    name: string,
    kind: Kind,
    key: TestKeyName,
    payload: Uint8Array,
  ): Promise<EnvelopeVector> {
    const kept = Buffer.from(
      before?.envelopes.find((vector) => vector.name === name)?.signature ?? '',
      'hex',
    );
    const signer = watched(key, (bytes) => (signers[key].publicKey.verify(bytes, kept) ? kept : null));
    const envelope = await signEnvelope(kind, payload, signer);
    return {
      name,
      kind,
      key,
      valid: true,
      payload: hex(envelope.payload),
      key_id: hex(envelope.keyId),
      signature: hex(envelope.signature),
      pre_auth_encoding: hex(signer.signed),
    };
  }
  const spoiled = (
    name: string,
    vector: EnvelopeVector,
    change: Partial<EnvelopeVector>,
  ): EnvelopeVector => ({
    ...vector,
    ...change,
    name,
    valid: false,
  });

  const es256 = await valid('report, ES256', 'report', 'ES256', report());
  const ed25519 = await valid('report, Ed25519', 'report', 'Ed25519', report());
  const signedHello = await valid('hello, ES256', 'hello', 'ES256', hello());
  const { spki } = signers.ES256.publicKey;
  const flipped = (vector: EnvelopeVector) => ({
    payload: flipLastBit(vector.payload),
    pre_auth_encoding: flipLastBit(vector.pre_auth_encoding),
  });
  return {
    about: ABOUT,
    keys: {
      ES256: describeKey('ES256', signers.ES256),
      Ed25519: describeKey('Ed25519', signers.Ed25519),
    },
    envelopes: [
      es256,
      ed25519,
      signedHello,
      await valid('hello, Ed25519', 'hello', 'Ed25519', hello()),
      await valid('enrollment, ES256', 'enrollment', 'ES256', enrollment(spki)),
      spoiled('payload flipped, ES256', es256, flipped(es256)),
      spoiled('payload flipped, Ed25519', ed25519, flipped(ed25519)),
      spoiled('signature flipped, ES256', es256, { signature: flipLastBit(es256.signature) }),
      spoiled('signature flipped, Ed25519', ed25519, { signature: flipLastBit(ed25519.signature) }),
      spoiled('signature in DER instead of r || s', es256, { signature: `3044${es256.signature}` }),
      spoiled('no signature', es256, { signature: '' }),
      spoiled('signed as hello, used as report', signedHello, {
        kind: 'report',
        pre_auth_encoding: (await valid('', 'report', 'ES256', hello())).pre_auth_encoding,
      }),
      spoiled("another key's envelope", ed25519, { key: 'ES256' }),
      spoiled("another key's signature under this key's id", ed25519, { key: 'ES256', key_id: es256.key_id }),
    ],
  };
}

const describeKey = (name: TestKeyName, { publicKey }: Signer) => ({
  private_key_pkcs8: hex(TEST_KEYS[name].export({ format: 'der', type: 'pkcs8' })),
  public_key_spki: hex(publicKey.spki),
  key_id: hex(publicKey.keyId),
});
