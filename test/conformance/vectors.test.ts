import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodeAgentFrame,
  decodeCollectorFrame,
  decodeReport,
  type Envelope,
  parsePublicKey,
  verifyEnvelope,
} from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { type EnvelopeVector, type EnvelopeVectors, makeEnvelopeVectors } from './envelope-vectors.ts';
import { type FrameVectors, makeFrameVectors, plain } from './frame-vectors.ts';
import { DEVICE_ID, NONCE } from './statements.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../proto/vectors', name), 'utf8'));
const { keys, envelopes }: EnvelopeVectors = read('envelopes.json');
const { frames }: FrameVectors = read('frames.json');

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const keyOf = (vector: EnvelopeVector) => parsePublicKey(bytes(keys[vector.key].public_key_spki));
const toEnvelope = ({ payload, key_id, signature }: EnvelopeVector): Envelope => ({
  payload: bytes(payload),
  keyId: bytes(key_id),
  signature: bytes(signature),
});

describe('envelopes', () => {
  it.each(envelopes.filter(({ valid }) => valid))('$name verifies', (vector) => {
    const envelope = toEnvelope(vector);
    expect(verifyEnvelope(vector.kind, envelope, keyOf(vector))).toBe(envelope.payload);
    expect(keyOf(vector).verify(bytes(vector.pre_auth_encoding), envelope.signature)).toBe(true);
  });

  it.each(envelopes.filter(({ valid }) => !valid))('$name does not verify', (vector) => {
    expect(() => verifyEnvelope(vector.kind, toEnvelope(vector), keyOf(vector))).toThrow(
      expect.objectContaining({ code: 'signature_invalid' }),
    );
  });

  it.each(Object.entries(keys))('the key id of %s is the thumbprint of its key', (_, key) => {
    expect(parsePublicKey(bytes(key.public_key_spki)).keyId.toString('hex')).toBe(key.key_id);
  });

  it('the report among them means what it should, in all three statuses', () => {
    const vector = envelopes.find(({ name }) => name === 'report, ES256');
    expect(decodeReport(bytes(vector?.payload ?? ''))).toMatchObject({
      deviceId: DEVICE_ID,
      number: 42,
      nonce: NONCE,
      signals: {
        os: { status: 'ok', value: { id: 'debian', version: '13' } },
        tpm: { status: 'absent', detail: 'no /sys/class/tpm/tpm0' },
        secure_boot: { status: 'unknown', reason: 'permission' },
      },
    });
  });
});

describe('frames', () => {
  const decode = { agent: decodeAgentFrame, collector: decodeCollectorFrame };

  it.each(frames.filter(({ message }) => message))('$sender: $name', ({ sender, frame, message }) => {
    expect(plain(decode[sender](bytes(frame)))).toMatchObject(message as object);
  });

  it.each(frames.filter(({ error }) => error))('$sender: $name is refused', ({ sender, frame, error }) => {
    expect(() => decode[sender](bytes(frame))).toThrow(expect.objectContaining({ code: error }));
  });

  it.each(frames.filter((vector) => vector.passed_over))('$sender: $name is passed over', (vector) => {
    expect(decode[vector.sender](bytes(vector.frame))).toBeNull();
  });
});

it('what is written down is what this version writes, byte for byte', async () => {
  const made = await makeEnvelopeVectors({ about: '', keys, envelopes });
  expect(made).toEqual(read('envelopes.json'));
  expect(makeFrameVectors(made)).toEqual(read('frames.json'));
});
