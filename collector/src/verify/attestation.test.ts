import { createHmac } from 'node:crypto';
import type { EdrAttestation, JudgedAttestation, Signals } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { verificationsIn, withVerification, withVerifications } from './attestation.ts';
import { parseKeySet } from './key-set.ts';
import { openTestVendor, type TestVendor, ZTA_CLAIMS } from './test-vendor.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const vendor = await openTestVendor('RS256', 'key-1', NOW);

/** What an agent makes of a token; not what it says is what counts. */
const forwarded = (token: string, said: Partial<EdrAttestation> = {}): EdrAttestation => ({
  product: 'crowdstrike-falcon',
  format: 'crowdstrike_zta',
  source: 'edr:crowdstrike',
  algorithm: 'RS256',
  key_id: 'key-1',
  overall: 71,
  os: 64,
  sensor_config: 80,
  device_id: ZTA_CLAIMS.sub,
  serial: ZTA_CLAIMS.serial_number,
  expires_at_ms: NOW + 3_600_000,
  agrees: [],
  contradicts: [],
  ...said,
  token,
});

function signalsOf(attestation: EdrAttestation, agentId: string | undefined = ZTA_CLAIMS.sub): Signals {
  const falcon = {
    ...{ product: 'crowdstrike-falcon', vendor: 'CrowdStrike', kind: 'edr' as const, installed: true },
    ...(agentId && { device_id: agentId }),
    evidence: [],
  };
  const value = { products: [falcon], attestations: [attestation] };
  return { edr: { status: 'ok', value, observedAt: NOW } };
}

interface Circumstances {
  said?: Partial<EdrAttestation>;
  serial?: string | null;
  agentId?: string;
  customer?: string | null;
  now?: number;
  by?: TestVendor;
}

function found(
  token: string,
  { said, serial = 'C02XX0XXXXXX', agentId, customer = null, now = NOW, by = vendor }: Circumstances = {},
) {
  const signals = signalsOf(forwarded(token, said), agentId);
  const vendors = { 'edr:crowdstrike': { keys: by.keys, customer } };
  return verificationsIn(withVerification(signals, vendors, { serial }, now))?.[0];
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const reencoded = (token: string, header: object, signature: (input: string) => string) => {
  const input = `${encode(header)}.${token.split('.')[1]}`;
  return `${input}.${signature(input)}`;
};

describe("a vendor's statement", () => {
  it.each(['RS256', 'PS384', 'ES256', 'ES384', 'ES512', 'EdDSA'])(
    'signed with %s is verified',
    async (algorithm) => {
      const by = await openTestVendor(algorithm, 'key-1', NOW);
      expect(found(await by.sign(), { by })).toEqual({ verification: 'verified' });
    },
  );

  it('is verified by the sensor id alone where the serial number is not known', async () => {
    const { serial_number: _, ...claims } = ZTA_CLAIMS;
    const token = await vendor.sign({ ...claims, serial_number: undefined });
    expect(found(token, { serial: null, said: { serial: undefined as never } })).toEqual({
      verification: 'verified',
    });
  });

  it.each<[string, Record<string, unknown>, Circumstances, string]>([
    ['that has expired', {}, { now: NOW + 3_700_000 }, 'it has expired'],
    ['from the future', {}, { now: NOW - 3_600_000 }, 'it is from the future'],
    [
      'without an end',
      { exp: undefined },
      { said: { expires_at_ms: undefined as never } },
      'it does not say until when it holds',
    ],
    ['of another machine', {}, { serial: 'C02YY' }, 'its serial number is of another device'],
    ['of another sensor', {}, { agentId: 'b2'.repeat(16) }, 'its sensor id is of another device'],
    ['of another customer', {}, { customer: 'd1'.repeat(16) }, "it is of another customer's device"],
    ['of another kind', { typ: 'JWT' }, {}, 'it is not of the type crowdstrike-zta+jwt'],
    [
      'that the agent quotes wrongly',
      {},
      { said: { overall: 100 } },
      'it does not say what the agent says that it says',
    ],
    [
      'whose age the agent quotes wrongly',
      {},
      { said: { issued_at_ms: NOW - 1 } },
      'it does not say what the agent says that it says',
    ],
  ])('%s is not valid', async (_, claims, circumstances, verification_reason) => {
    expect(found(await vendor.sign(claims), circumstances)).toEqual({
      verification: 'invalid',
      verification_reason,
    });
  });

  it('that was changed is not valid', async () => {
    const [header, , signature] = (await vendor.sign()).split('.');
    const better = { ...ZTA_CLAIMS, assessment: { overall: 100 }, exp: NOW / 1000 + 3600 };
    expect(found(`${header}.${encode(better)}.${signature}`)).toEqual({
      verification: 'invalid',
      verification_reason: 'its signature is not by the key that it names',
    });
  });

  it("signed by somebody else under the vendor's key id is not valid", async () => {
    const other = await openTestVendor('RS256', 'key-1', NOW);
    expect(found(await other.sign())).toMatchObject({ verification: 'invalid' });
  });

  it('is not valid by an algorithm that its key is not for', async () => {
    const token = await vendor.sign();
    const secret = vendor.keySetText;
    const attempts = [
      reencoded(token, { alg: 'none', kid: 'key-1' }, () => ''),
      reencoded(token, { alg: 'HS256', kid: 'key-1' }, (input) =>
        createHmac('sha256', secret).update(input).digest('base64url'),
      ),
      reencoded(token, { alg: 'RS512', kid: 'key-1' }, () => token.split('.')[2] ?? ''),
      reencoded(token, { alg: 'toString', kid: 'key-1' }, () => ''),
    ];
    for (const attempt of attempts)
      expect(found(attempt)).toEqual({
        verification: 'invalid',
        verification_reason: 'its algorithm is not that of its key',
      });
  });

  it('is not valid where it asks for what is not understood', async () => {
    const token = reencoded(await vendor.sign(), { alg: 'RS256', kid: 'key-1', crit: ['b64'] }, () => 'AA');
    expect(found(token)).toMatchObject({ verification_reason: 'it asks for extensions of its signature' });
  });

  it('by a key that was not given could not be told', async () => {
    const newer = await openTestVendor('RS256', 'key-2', NOW);
    expect(found(await newer.sign())).toEqual({
      verification: 'unverified',
      verification_reason: 'its key key-2 is not among those given',
    });
  });

  it('copied from a device with a serial number to one that tells none could not be told', async () => {
    const said = { serial: undefined as never };
    expect(found(await vendor.sign(), { serial: null, said })).toEqual({
      verification: 'unverified',
      verification_reason: 'it names a serial number, and that of this device is not known',
    });
  });

  it('that nothing ties to this device could not be told', async () => {
    const { serial_number, sub, ...claims } = ZTA_CLAIMS;
    const token = await vendor.sign({ ...claims, serial_number: undefined, sub: undefined });
    const said = { serial: undefined as never, device_id: undefined as never };
    expect(found(token, { said })).toMatchObject({ verification: 'unverified' });
  });

  it('could not be told where no keys were given', async () => {
    const signals = signalsOf(forwarded(await vendor.sign()));
    expect(verificationsIn(withVerification(signals, {}, { serial: null }, NOW))).toEqual([
      {
        verification: 'unverified',
        verification_reason: "the collector was not given the vendor's keys",
      },
    ]);
  });

  it('is never believed because the agent says so', async () => {
    const claimed: JudgedAttestation = { ...forwarded('a.b.c'), verification: 'verified' };
    const judged = withVerification(signalsOf(claimed), {}, { serial: null }, NOW);
    expect(verificationsIn(judged)).toMatchObject([{ verification: 'unverified' }]);
    expect(verificationsIn(withVerifications(signalsOf(claimed), []))).toMatchObject([
      { verification: 'unverified' },
    ]);
  });
});

describe('a key set', () => {
  it.each([
    ['nothing', '{}', /expected a JWK set/],
    ['no key', '{"keys":[]}', /no key for signatures/],
    ['a secret', '{"keys":[{"kty":"oct","k":"AA"}]}', /expected a public key/],
    ['a private key', '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AA","d":"AA"}]}', /expected a public key/],
    ['a broken key', '{"keys":[{"kty":"RSA","kid":"k","n":"AQ"}]}', /^key k: /],
  ])('of %s is refused', (_, text, why) => {
    expect(() => parseKeySet(text)).toThrow(why);
  });

  it('of two keys with one id is refused', () => {
    const { keys } = JSON.parse(vendor.keySetText) as { keys: object[] };
    expect(() => parseKeySet(JSON.stringify({ keys: [...keys, ...keys] }))).toThrow(/two keys have the id/);
  });
});
