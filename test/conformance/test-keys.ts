import { createPrivateKey, type KeyObject } from 'node:crypto';

// Private keys that everybody knows, from the standards' own examples: for vectors, and never for a device.

const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

/** RFC 6979 appendix A.2.5. */
const ES256: KeyObject = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    d: base64url('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721'),
    x: base64url('60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6'),
    y: base64url('7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299'),
  },
});

/** RFC 8032 section 7.1, test 1. */
const ED25519: KeyObject = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: base64url('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
    x: base64url('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'),
  },
});

export const TEST_KEYS = { ES256, Ed25519: ED25519 } as const;
export type TestKeyName = keyof typeof TEST_KEYS;
