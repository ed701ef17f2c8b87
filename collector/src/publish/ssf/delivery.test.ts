import { describe, expect, it } from 'vitest';
import { toPushAnswer } from './delivery.ts';

const resultOf = (status: number, body = '') => toPushAnswer({ status, body }).result;

describe('what a receiver answers to a push', () => {
  it('is success only if it is 202', () => {
    expect(resultOf(202)).toBe('accepted');
    expect(toPushAnswer({ status: 200, body: '<html>sign in' })).toEqual({
      result: 'retry',
      status: 200,
      detail: 'expected 202, answered 200: <html>sign in',
    });
  });

  it.each([
    ['invalid_key', 'retry'],
    ['authentication_failed', 'retry'],
    ['invalid_request', 'refused'],
    ['invalid_issuer', 'refused'],
    ['invalid_audience', 'refused'],
    ['access_denied', 'refused'],
    ['invalid_state', 'refused'],
    ['jwtAud', 'refused'],
  ])('%s means %s', (err, expected) => {
    expect(resultOf(400, JSON.stringify({ err, description: 'no' }))).toBe(expected);
  });

  it.each(['', 'not json', 'null', '[]', '{"err":7}'])('400 with the body %j is final', (body) => {
    expect(resultOf(400, body)).toBe('refused');
  });

  it.each([401, 408, 429, 500, 502, 503, 504])('%i is worth another try', (status) => {
    expect(resultOf(status)).toBe('retry');
  });

  it.each([301, 307, 403, 404, 405, 410, 413, 415, 422])('%i is final', (status) => {
    expect(resultOf(status)).toBe('refused');
  });

  it('keeps how long to wait', () => {
    expect(toPushAnswer({ status: 429, body: '', retryAfterMs: 9_000 })).toMatchObject({
      retryAfterMs: 9_000,
    });
  });
});
