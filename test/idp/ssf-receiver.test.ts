import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaepEvent, EVENT_TYPES } from './caep-events.ts';
import { createSsfReceiver } from './ssf-receiver.ts';
import {
  AUDIENCE,
  complianceChange,
  push,
  riskChange,
  startTransmitter,
  type Transmitter,
} from './testing/transmitter.ts';
import { createTransmitterKeys } from './transmitter-keys.ts';

const AUTHORIZATION = 'Bearer stream-secret';

let transmitter: Transmitter;
let keys: ReturnType<typeof createTransmitterKeys>;
let endpoint: string;
let events: CaepEvent[] = [];
const closing: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  transmitter = await startTransmitter();
  keys = createTransmitterKeys(transmitter);
  const receiver = createSsfReceiver({
    issuer: transmitter.issuer,
    audience: AUDIENCE,
    keys: keys.keys,
    clock: { now: () => Date.now() },
    authorization: AUTHORIZATION,
    onEvent: async (event) => void events.push(event),
  });
  const server = createServer((request, response) => void receiver.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  closing.push(() => void server.close(), transmitter.close, keys.close);
});

afterAll(async () => {
  for (const close of closing) await close();
});

beforeEach(() => {
  events = [];
});

const send = (token: string, headers = {}) =>
  push(endpoint, token, { authorization: AUTHORIZATION, ...headers });

/** Expects a refusal without any effect. */
async function expectRefused(response: Response, err: string, status = 400): Promise<string> {
  const body = (await response.json()) as { err: string; description: string };
  expect([response.status, body.err]).toEqual([status, err]);
  expect(events).toEqual([]);
  return body.description;
}

const withEvent = (type: string, event: unknown) => ({
  ...complianceChange('compliant'),
  events: { [type]: event },
});
const compliant = { previous_status: 'not-compliant', current_status: 'compliant' };

describe('a pushed security event token', () => {
  it.each(['ES256', 'RS256'] as const)(
    'signed with %s takes effect and is answered 202, empty',
    async (alg) => {
      const at = Date.now() - 5_000;
      const response = await send(await transmitter.sign(complianceChange('not-compliant', { at }), { alg }));
      expect([response.status, await response.text()]).toEqual([202, '']);
      expect(events).toEqual([
        {
          kind: 'compliance',
          previous: 'compliant',
          current: 'not-compliant',
          deviceId: 'laptop-1',
          owner: 'ada@example.com',
          at,
          reasonAdmin: 'check disk-encryption: Disk encryption is off.',
          reasonUser: 'Disk encryption is off.',
        },
      ]);
    },
  );

  it('takes effect once, though it is sent twice and at the same time', async () => {
    const token = await transmitter.sign(complianceChange('compliant'));
    const responses = await Promise.all([send(token), send(token)]);
    const again = await send(token);
    expect([...responses, again].map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(events).toHaveLength(1);
  });

  it('may be about a risk level, a revoked session or the stream itself', async () => {
    await send(await transmitter.sign(riskChange('HIGH')));
    await send(
      await transmitter.sign(withEvent(EVENT_TYPES.sessionRevoked, { reason_admin: { en: 'lost' } })),
    );
    const verification = { events: { [EVENT_TYPES.verification]: { state: 'abc' } } };
    await send(await transmitter.sign({ ...verification, sub_id: { format: 'opaque', id: 'stream-1' } }));
    expect(events).toMatchObject([
      { kind: 'risk', current: 'HIGH' },
      { kind: 'session-revoked', reasonAdmin: 'lost' },
      { kind: 'verification', streamId: 'stream-1', state: 'abc' },
    ]);
  });

  it('is accepted after the transmitter changed its keys', async () => {
    await send(await transmitter.sign(complianceChange('compliant')));
    await transmitter.rotateKeys();
    const response = await send(await transmitter.sign(complianceChange('not-compliant')));
    expect(response.status).toBe(202);
    expect(events).toHaveLength(2);
  });

  it('is asked for again, not refused, while the keys cannot be fetched', async () => {
    const fresh = createTransmitterKeys(transmitter);
    closing.push(fresh.close);
    const receiver = createSsfReceiver({
      issuer: transmitter.issuer,
      audience: AUDIENCE,
      keys: fresh.keys,
      clock: { now: () => Date.now() },
      onEvent: async () => {},
    });
    const token = await transmitter.sign(complianceChange('compliant'));
    transmitter.setAvailable(false);
    expect(await receiver.receive(token)).toMatchObject({ status: 503 });
    transmitter.setAvailable(true);
    expect(await receiver.receive(token)).toMatchObject({ status: 202 });
  });
});

describe('refused with a coded answer and no effect:', () => {
  it.each([
    ['another issuer', { iss: 'https://other.example' }, 'invalid_issuer'],
    ['another audience', { aud: 'https://other.example' }, 'invalid_audience'],
    ['a time of issue in the future', { iat: Math.floor(Date.now() / 1000) + 600 }, 'invalid_request'],
    ['no time of issue', { iat: undefined }, 'invalid_request'],
    ['no token id', { jti: undefined }, 'invalid_request'],
    ['a sub claim', { sub: 'laptop-1' }, 'invalid_request'],
    ['an exp claim', { exp: Math.floor(Date.now() / 1000) + 600 }, 'invalid_request'],
    ['no subject', { sub_id: undefined }, 'invalid_request'],
    ['a simple subject', { sub_id: { format: 'email', email: 'ada@example.com' } }, 'invalid_request'],
    [
      'an e-mail that is none',
      {
        sub_id: {
          ...(complianceChange('compliant').sub_id as object),
          user: { format: 'email', email: 'ada' },
        },
      },
      'invalid_request',
    ],
    ['no event', { events: {} }, 'invalid_request'],
    [
      'two events',
      { events: { [EVENT_TYPES.compliance]: compliant, [EVENT_TYPES.risk]: {} } },
      'invalid_request',
    ],
    ['an event that was not asked for', { events: { 'https://example.com/event': {} } }, 'invalid_request'],
    [
      'no previous status',
      withEvent(EVENT_TYPES.compliance, { current_status: 'compliant' }),
      'invalid_request',
    ],
    [
      'a status with an underscore',
      withEvent(EVENT_TYPES.compliance, { ...compliant, current_status: 'not_compliant' }),
      'invalid_request',
    ],
    [
      'a reason without a language',
      withEvent(EVENT_TYPES.compliance, { ...compliant, reason_user: {} }),
      'invalid_request',
    ],
    [
      'a reason that is a text',
      withEvent(EVENT_TYPES.compliance, { ...compliant, reason_admin: 'because' }),
      'invalid_request',
    ],
    [
      'an unknown initiating entity',
      withEvent(EVENT_TYPES.compliance, { ...compliant, initiating_entity: 'device' }),
      'invalid_request',
    ],
    [
      'an event of tomorrow',
      withEvent(EVENT_TYPES.compliance, { ...compliant, event_timestamp: Date.now() / 1000 + 86_400 }),
      'invalid_request',
    ],
    ['a risk without a principal', withEvent(EVENT_TYPES.risk, { current_level: 'HIGH' }), 'invalid_request'],
    [
      'a risk in lower case',
      withEvent(EVENT_TYPES.risk, { principal: 'DEVICE', current_level: 'high' }),
      'invalid_request',
    ],
  ])('%s', async (_name, claims, err) => {
    await expectRefused(
      await send(await transmitter.sign({ ...complianceChange('compliant'), ...claims })),
      err,
    );
  });

  it('a JWT of another type', async () => {
    const token = await transmitter.sign(complianceChange('compliant'), { header: { typ: 'JWT' } });
    await expectRefused(await send(token), 'invalid_request');
  });

  it('a key that is not the transmitter’s', async () => {
    const token = await transmitter.sign(complianceChange('compliant'), { header: { kid: 'unknown' } });
    await expectRefused(await send(token), 'invalid_key');
  });

  it('a secret shared by both sides instead of a key pair', async () => {
    const token = await new SignJWT(complianceChange('compliant'))
      .setProtectedHeader({ alg: 'HS256', kid: 'k', typ: 'secevent+jwt' })
      .sign(new Uint8Array(32));
    await expectRefused(await send(token), 'invalid_key');
  });

  it('a changed payload', async () => {
    const [header, , signature] = (await transmitter.sign(complianceChange('not-compliant'))).split('.');
    const [, payload] = (await transmitter.sign(complianceChange('compliant'))).split('.');
    await expectRefused(await send([header, payload, signature].join('.')), 'invalid_key');
  });

  it('what is no token at all', async () => {
    await expectRefused(await send('not a token'), 'invalid_request');
    await expectRefused(await send('x'.repeat(100_000)), 'invalid_request');
  });

  it('a request without the stream’s authorization, of another type, or that wants another answer', async () => {
    const token = await transmitter.sign(complianceChange('compliant'));
    await expectRefused(await push(endpoint, token), 'authentication_failed', 401);
    await expectRefused(await send(token, { 'content-type': 'application/jwt' }), 'invalid_request');
    await expectRefused(await send(token, { accept: 'text/html' }), 'invalid_request');
  });
});
