import { randomBytes } from 'node:crypto';
import type { Report } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertAnswersChallenge, assertFresh, assertUnchanged } from './freshness.ts';

const code = (value: string) => expect.objectContaining({ code: value });
const challenge = { nonce: randomBytes(32), collectorId: 'this-collector' };
const session = { deviceId: 'device', challenge, lastNumber: 10 };
const report = (fields: Partial<Report> = {}): Report => ({
  deviceId: 'device',
  number: 11,
  nonce: challenge.nonce,
  bootId: 'boot',
  createdAt: 0,
  lost: null,
  signals: {},
  ...fields,
});

const bytes = fc.uint8Array({ maxLength: 64 });
const notTheNonce = fc.oneof(
  bytes.filter((nonce) => !challenge.nonce.equals(nonce)),
  fc.nat(31).map((length) => challenge.nonce.subarray(0, length)),
  fc
    .nat(255)
    .map((bit) => challenge.nonce.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))),
);

describe('rule 1, for what opens a connection', () => {
  test('an answer to this challenge at this collector passes', () => {
    expect(() => assertAnswersChallenge(challenge, challenge)).not.toThrow();
  });

  test('an answer to any other challenge is a replay', () => {
    fc.assert(
      fc.property(notTheNonce, (nonce) => {
        expect(() => assertAnswersChallenge({ ...challenge, nonce }, challenge)).toThrow(
          code('challenge_mismatch'),
        );
      }),
    );
  });

  test('an answer meant for another collector is a relay', () => {
    expect(() => assertAnswersChallenge({ ...challenge, collectorId: 'another' }, challenge)).toThrow(
      code('challenge_mismatch'),
    );
  });
});

describe('rules 2 to 4, for a report in a session', () => {
  test('the next report passes, and so does one after a gap', () => {
    expect(() => assertFresh(report(), session)).not.toThrow();
    expect(() => assertFresh(report({ number: Number.MAX_SAFE_INTEGER }), session)).not.toThrow();
  });

  test("another device's report is a splice", () => {
    expect(() => assertFresh(report({ deviceId: 'another' }), session)).toThrow(code('report_mismatch'));
  });

  test('a report without the nonce of this session was made before it, or elsewhere', () => {
    fc.assert(
      fc.property(notTheNonce, (nonce) => {
        expect(() => assertFresh(report({ nonce }), session)).toThrow(code('challenge_mismatch'));
      }),
    );
  });

  test('a number that is not greater than the last is a replay or a rollback', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: session.lastNumber }), (number) => {
        expect(() => assertFresh(report({ number }), session)).toThrow(code('report_number_repeated'));
      }),
    );
  });
});

describe('rule 5, for Unchanged', () => {
  const digest = randomBytes(32);

  test('the last accepted report by number and digest passes', () => {
    expect(() => assertUnchanged({ reportNumber: 10, digest }, { number: 10, digest })).not.toThrow();
  });

  test.each([
    ['an older report', { reportNumber: 9, digest }],
    ['a report that the collector never had', { reportNumber: 11, digest }],
    ['another content', { reportNumber: 10, digest: randomBytes(32) }],
    ['no digest', { reportNumber: 10, digest: new Uint8Array() }],
  ])('%s is refused', (_, claim) => {
    expect(() => assertUnchanged(claim, { number: 10, digest })).toThrow(code('unchanged_mismatch'));
  });

  test('nothing can be unchanged before the first report', () => {
    const claim = { reportNumber: 0, digest: new Uint8Array() };
    expect(() => assertUnchanged(claim, { number: 0, digest: null })).toThrow(code('unchanged_mismatch'));
  });
});
