import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type KeySet, parseKeySet } from './key-set.ts';

/** CrowdStrike's part in tests: real keys, and tokens as they sign them. */
export interface TestVendor {
  /** A JWK set, as they publish it. */
  keySetText: string;
  keys: KeySet;
  /** @param claims instead of or beside those of a device that is well, `undefined` to leave one out; times in s */
  sign(claims?: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

export const ZTA_CLAIMS = {
  typ: 'crowdstrike-zta+jwt',
  assessment: { overall: 71, os: 64, sensor_config: 80, version: '3.4.0' },
  sub: 'a1'.repeat(16),
  cid: 'c1'.repeat(16),
  platform: 'Mac',
  serial_number: 'C02XX0XXXXXX',
};

/** @param now when its tokens are signed, ms; they hold for an hour */
export async function openTestVendor(algorithm: string, keyId: string, now: number): Promise<TestVendor> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: algorithm };
  const keySetText = JSON.stringify({ keys: [jwk] });
  const at = now / 1000;
  return {
    keySetText,
    keys: parseKeySet(keySetText),
    sign: (claims, header) =>
      new SignJWT({ ...ZTA_CLAIMS, iat: at, exp: at + 3600, ...claims })
        .setProtectedHeader({ alg: algorithm, kid: keyId, ...header })
        .sign(privateKey),
  };
}
