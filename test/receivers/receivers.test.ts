import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSsfReceiver } from './ssf-receiver.ts';
import { startWebhookReceiver } from './webhook-receiver.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of closing.splice(0)) await part.close();
});

async function post(url: string, headers: Record<string, string>, body: string) {
  const response = await request(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(25_000) });
  return { status: response.statusCode, body: await response.body.text(), headers: response.headers };
}

describe('the SSF receiver', () => {
  const issuer = 'https://transmitter.example';
  const audience = 'https://receiver.example';
  let server: Server;
  let jwksUri: string;
  let privateKey: CryptoKey;

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    privateKey = pair.privateKey;
    const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }] };
    server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const claims = (changed: object = {}) => ({
    iss: issuer,
    aud: audience,
    jti: 'set-1',
    iat: Math.floor(Date.now() / 1_000),
    sub_id: { format: 'complex', device: { format: 'opaque', id: 'd1' } },
    events: {
      'https://schemas.openid.net/secevent/caep/event-type/device-compliance-change': {
        previous_status: 'compliant',
        current_status: 'not-compliant',
      },
    },
    ...changed,
  });
  const sign = (payload: object, header: Partial<JWTHeaderParameters> = {}, key = privateKey) =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'secevent+jwt', ...header })
      .sign(key);
  const headers = { 'content-type': 'application/secevent+jwt', accept: 'application/json' };

  async function start(options: { authorization?: string } = {}) {
    const receiver = await startSsfReceiver({ issuer, audience, jwksUri, ...options });
    closing.push(receiver);
    return receiver;
  }

  it('accepts a right SET, and counts its repetition', async () => {
    const receiver = await start();
    const set = await sign(claims());
    expect((await post(receiver.url, headers, set)).status).toBe(202);
    expect((await post(receiver.url, headers, set)).status).toBe(202);
    expect(receiver.accepted).toHaveLength(1);
    expect(receiver.accepted[0]?.at).toBeGreaterThan(Date.now() - 5_000);
    expect(receiver.arrivals.get('set-1')).toBe(2);
  });

  const compliance = 'https://schemas.openid.net/secevent/caep/event-type/device-compliance-change';
  it.each([
    ['sub', { sub: 'x' }, 'invalid_request'],
    ['exp', { exp: 4_000_000_000 }, 'invalid_request'],
    ['no jti', { jti: undefined }, 'invalid_request'],
    ['a future iat', { iat: Math.floor(Date.now() / 1_000) + 600 }, 'invalid_request'],
    ['another issuer', { iss: 'https://other.example' }, 'invalid_issuer'],
    ['another audience', { aud: ['https://other.example'] }, 'invalid_audience'],
    ['no subject', { sub_id: undefined }, 'invalid_request'],
    ['a subject of an unknown format', { sub_id: { format: 'phone', phone: '1' } }, 'invalid_request'],
    ['two events', { events: { [compliance]: {}, other: {} } }, 'invalid_request'],
    [
      'an unknown status',
      { events: { [compliance]: { previous_status: 'compliant', current_status: 'not_compliant' } } },
      'invalid_request',
    ],
    [
      'a change that is none',
      { events: { [compliance]: { previous_status: 'compliant', current_status: 'compliant' } } },
      'invalid_request',
    ],
  ])('refuses a SET with %s', async (_, changed, err) => {
    const receiver = await start();
    const answer = await post(receiver.url, headers, await sign(claims(changed)));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ err });
    expect(receiver.accepted).toEqual([]);
  });

  it('refuses the wrong type, key, content type and credentials', async () => {
    const receiver = await start();
    const errOf = async (set: string, changed: Record<string, string> = {}) =>
      JSON.parse((await post(receiver.url, { ...headers, ...changed }, set)).body).err;
    expect(await errOf(await sign(claims(), { typ: 'JWT' }))).toBe('invalid_request');
    const { privateKey: stranger } = await generateKeyPair('ES256');
    expect(await errOf(await sign(claims(), {}, stranger))).toBe('invalid_key');
    expect(await errOf(await sign(claims(), { kid: 'k2' }))).toBe('invalid_key');
    expect(await errOf('garbage')).toBe('invalid_request');
    const set = await sign(claims());
    expect(await errOf(set, { 'content-type': 'application/jwt' })).toBe('invalid_request');
    expect(await errOf(set, { accept: '*/*' })).toBe('invalid_request');
    expect(await errOf(set, { authorization: 'Bearer x' })).toBe('authentication_failed');
    expect(receiver.accepted).toEqual([]);
    expect(receiver.rejected).toHaveLength(7);
  });

  it('misbehaves as told, then accepts', async () => {
    const receiver = await start({ authorization: 'Bearer x' });
    const set = await sign(claims());
    const send = () => post(receiver.url, { ...headers, authorization: 'Bearer x' }, set);
    receiver.behave({ kind: 'status', status: 503 }, 2);
    receiver.behave({ kind: 'status', status: 429, retryAfter: '3' });
    receiver.behave({ kind: 'set_error', err: 'invalid_key' });
    expect((await send()).status).toBe(503);
    expect((await send()).status).toBe(503);
    expect(await send()).toMatchObject({ status: 429, headers: { 'retry-after': '3' } });
    expect(JSON.parse((await send()).body)).toMatchObject({ err: 'invalid_key' });
    expect(receiver.accepted).toEqual([]);
    receiver.behave({ kind: 'apply_and_drop' }, Number.POSITIVE_INFINITY);
    await expect(send()).rejects.toThrow();
    expect(receiver.accepted).toHaveLength(1);
    receiver.recover();
    expect((await send()).status).toBe(202);
    await receiver.waitForAccepted(1);
    await expect(receiver.waitForAccepted(2, 10)).rejects.toThrow('expected 2 accepted, got 1');
  });
});

describe('the webhook receiver', () => {
  const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
  const body = JSON.stringify({
    type: 'device.tier_changed',
    timestamp: new Date(0).toISOString(),
    data: {},
  });
  const signed = (text: string, at = new Date()) => ({
    'content-type': 'application/json',
    'webhook-id': 'm1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('m1', at, text),
  });

  it('accepts what is signed, and refuses what is altered, old, or no payload', async () => {
    const receiver = await startWebhookReceiver({ secret });
    closing.push(receiver);
    const statusOf = async (headers: Record<string, string>, text: string) =>
      (await post(receiver.url, headers, text)).status;
    expect(await statusOf(signed(body), body)).toBe(204);
    expect(await statusOf(signed(body), body.replace('tier', 'gone'))).toBe(401);
    expect(await statusOf({ ...signed(body), 'webhook-id': 'm2' }, body)).toBe(401);
    expect(await statusOf(signed(body, new Date(Date.now() - 3_600_000)), body)).toBe(401);
    expect(await statusOf({ 'content-type': 'application/json' }, body)).toBe(401);
    expect(await statusOf({ ...signed(body), 'content-type': 'text/plain' }, body)).toBe(415);
    expect(await statusOf(signed('{}'), '{}')).toBe(400);
    expect(await statusOf(signed('no'), 'no')).toBe(400);
    expect(receiver.accepted.map(({ id }) => id)).toEqual(['m1']);
  });
});
