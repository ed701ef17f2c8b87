import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import Value from 'typebox/value';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SsfReceiverOptions, startSsfReceiver } from '../../../../test/receivers/ssf-receiver.ts';
import { loadSigningKeys, type SigningKeys } from '../../keys/signing-keys.ts';
import type { Sender, SenderServices } from '../target.ts';
import { makeChange, makeDelivery, makeVerdict } from '../test-doubles.ts';
import { type StreamConfig, ssfKind } from './stream.ts';

const issuer = 'https://assay.example';
const audience = 'https://idp.example';
let dir: string;
let keys: SigningKeys;
let jwksServer: Server;
let jwksUri: string;
const closing: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'assay-keys-'));
  keys = await loadSigningKeys(dir);
  jwksServer = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(keys.jwks()));
  });
  await new Promise<void>((resolve) => jwksServer.listen(0, '127.0.0.1', resolve));
  jwksUri = `http://127.0.0.1:${(jwksServer.address() as AddressInfo).port}/jwks.json`;
});
afterEach(async () => {
  for (const part of closing.splice(0)) await part.close();
});
afterAll(async () => {
  jwksServer.closeAllConnections();
  jwksServer.close();
  await rm(dir, { recursive: true });
});

const signSet: SenderServices['signSet'] = (claims, alg) => keys.sign(claims, alg, 'secevent+jwt');

async function start(
  config: Partial<StreamConfig> = {},
  receiving: Partial<SsfReceiverOptions> = {},
  services: Partial<SenderServices> = {},
) {
  const receiver = await startSsfReceiver({ issuer, audience, jwksUri, ...receiving });
  const sender = ssfKind.create(
    { endpoint_url: receiver.url, aud: audience, ...config },
    { signSet, issuer, clock: { now: () => Date.now() }, ...services },
  );
  closing.push(sender, receiver);
  return { receiver, sender };
}

const compliance = () => makeDelivery({ event: 'device-compliance-change' });
const send = (sender: Sender, delivery = compliance()) => sender.send(delivery, new AbortController().signal);

describe('a stream', () => {
  it.each(['RS256', 'ES256'] as const)('pushes SETs that verify against the JWKS with %s', async (alg) => {
    const { receiver, sender } = await start({ alg });
    const delivery = compliance();
    expect(await send(sender, delivery)).toEqual({ result: 'accepted', status: 202, detail: 'answered 202' });
    expect(receiver.accepted).toMatchObject([
      {
        jti: delivery.id,
        alg,
        event: 'device-compliance-change',
        members: { previous_status: 'compliant', current_status: 'not-compliant' },
        claims: {
          aud: audience,
          iat: Math.floor(delivery.createdAt / 1_000),
          sub_id: {
            format: 'complex',
            device: { format: 'opaque', id: delivery.deviceId },
            user: { format: 'email', email: 'ada@example.com' },
          },
        },
      },
    ]);
  });

  it('signs with RS256 unless said otherwise', async () => {
    const { receiver, sender } = await start();
    await send(sender);
    expect(receiver.accepted[0]?.alg).toBe('RS256');
    expect(decodeProtectedHeader(receiver.accepted[0]?.jws ?? '')).toMatchObject({ typ: 'secevent+jwt' });
  });

  it('tells a first verdict of a device that nobody owns', async () => {
    const { receiver, sender } = await start();
    const subject = { ...makeChange().subject, owner: null };
    const change = makeChange({ previous: null, current: makeVerdict(), findings: [], subject });
    for (const event of ssfKind.eventsFor({ endpoint_url: '', aud: '' }, change)) {
      await send(sender, makeDelivery({ change, event }));
    }
    expect(receiver.rejected).toEqual([]);
    expect(receiver.accepted.map(({ event }) => event)).toEqual([
      'device-compliance-change',
      'risk-level-change',
    ]);
    expect(receiver.accepted[0]?.claims.sub_id).not.toHaveProperty('user');
  });

  it('sends the authorization header word for word, and none without one', async () => {
    const authorization = 'Bearer  s3cret==';
    const { receiver, sender } = await start({ authorization_header: authorization }, { authorization });
    expect((await send(sender)).result).toBe('accepted');
    const { receiver: other, sender: bare } = await start({}, { authorization });
    expect(await send(bare)).toMatchObject({ result: 'retry', status: 400 });
    expect(receiver.rejected).toEqual([]);
    expect(other.rejected).toEqual(['authentication_failed: authorization is not as agreed']);
  });

  it.each(['Bearer  s3cret==', 's3cret'])(
    'keeps %j to itself when the receiver repeats it',
    async (header) => {
      const echo = createServer(({ headers }, response) =>
        response
          .writeHead(403)
          .end(JSON.stringify({ for: headers['user-agent'], got: headers.authorization })),
      );
      await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
      const endpoint_url = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/`;
      const { sender } = await start({ endpoint_url, authorization_header: header });
      const { detail } = await send(sender);
      echo.closeAllConnections();
      echo.close();
      expect(detail).toContain('assay-collector');
      expect(detail).not.toContain('s3cret');
    },
  );

  it('signs a delivery once, and repeats the same bytes', async () => {
    const counted = vi.fn(signSet);
    const { receiver, sender } = await start({ alg: 'ES256' }, {}, { signSet: counted });
    const delivery = compliance();
    receiver.behave({ kind: 'status', status: 503, retryAfter: '2' });
    expect(await send(sender, delivery)).toMatchObject({ result: 'retry', status: 503, retryAfterMs: 2_000 });
    receiver.behave({ kind: 'set_error', err: 'invalid_key' });
    expect(await send(sender, delivery)).toMatchObject({ result: 'retry', status: 400 });
    receiver.behave({ kind: 'apply_and_drop' });
    await expect(send(sender, delivery)).rejects.toThrow();
    expect((await send(sender, delivery)).result).toBe('accepted');
    expect(counted).toHaveBeenCalledOnce();
    expect(receiver.arrivals.get(delivery.id)).toBe(2);
    expect(receiver.accepted).toHaveLength(1);
  });

  it('signs again when signing failed', async () => {
    const failing = vi.fn(signSet).mockRejectedValueOnce(new Error('the key is gone'));
    const { sender } = await start({}, {}, { signSet: failing });
    const delivery = compliance();
    await expect(send(sender, delivery)).rejects.toThrow('the key is gone');
    expect((await send(sender, delivery)).result).toBe('accepted');
  });

  it.each([
    ['another audience', { audience: 'https://other.example' }, 'invalid_audience'],
    ['another issuer', { issuer: 'https://other.example' }, 'invalid_issuer'],
  ])('is refused for good by a receiver that expects %s', async (_, receiving, err) => {
    const { receiver, sender } = await start({}, receiving);
    expect(await send(sender)).toMatchObject({
      result: 'refused',
      status: 400,
      detail: expect.stringContaining(err),
    });
    expect(receiver.accepted).toEqual([]);
  });

  it('is refused when somebody else signed', async () => {
    const stranger = await loadSigningKeys(await mkdtemp(join(dir, 'stranger-')));
    const { receiver, sender } = await start(
      {},
      {},
      { signSet: (claims, alg) => stranger.sign(claims, alg, 'secevent+jwt') },
    );
    expect(await send(sender)).toMatchObject({
      result: 'retry',
      detail: expect.stringContaining('invalid_key'),
    });
    expect(receiver.accepted).toEqual([]);
  });
});

describe('the configuration of a stream', () => {
  const change = makeChange();
  const config = { endpoint_url: 'https://idp.example/events', aud: audience };
  const fits = (changed: object) => Value.Check(ssfKind.configSchema, { ...config, ...changed });

  it('chooses the events', () => {
    expect(ssfKind.eventsFor(config, change)).toEqual(['device-compliance-change', 'risk-level-change']);
    expect(ssfKind.eventsFor({ ...config, events: ['risk-level-change'] }, change)).toEqual([
      'risk-level-change',
    ]);
  });

  it('takes what a receiver hands out, and nothing that could break a header', () => {
    expect(fits({})).toBe(true);
    expect(fits({ authorization_header: 'Bearer abc.def-ghi==' })).toBe(true);
    expect(fits({ authorization_header: 'Bearer a\r\nX-Injected: 1' })).toBe(false);
    expect(fits({ alg: 'none' })).toBe(false);
    expect(fits({ aud: '' })).toBe(false);
  });
});
