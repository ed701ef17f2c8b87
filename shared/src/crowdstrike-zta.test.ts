import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZtaClaims } from './crowdstrike-zta.ts';

describe('the claims of a Zero Trust Assessment', () => {
  it('are read by the names that the vendor has for them', () => {
    const claims = {
      assessment: { overall: 71, os: 64, sensor_config: 100, version: '3.9.0' },
      sub: 'a'.repeat(32),
      cid: 'b'.repeat(32),
      serial_number: 'C02XX0XXXXXX',
      iat: 1_767_225_600,
      nbf: 1_767_225_601,
      exp: 1_767_229_200.5,
    };
    expect(readZtaClaims(claims)).toEqual({
      overall: 71,
      os: 64,
      sensor_config: 100,
      device_id: 'a'.repeat(32),
      customer: 'b'.repeat(32),
      serial: 'C02XX0XXXXXX',
      issued_at_ms: 1_767_225_600_000,
      begins_at_ms: 1_767_225_601_000,
      expires_at_ms: 1_767_229_200_500,
    });
  });

  it.each([
    { assessment: { overall: 101, os: 1.5, sensor_config: '9' } },
    { assessment: null, sub: 'x'.repeat(129), serial_number: 'a\nb', cid: 7 },
    { iat: -1, nbf: '1767225600', exp: 1e12 },
  ])('that have another shape are left out: %j', (claims) => {
    expect(readZtaClaims(claims)).toEqual({});
  });

  it('never fail, whatever is signed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (claims) => readZtaClaims(claims) !== null),
    );
  });
});
