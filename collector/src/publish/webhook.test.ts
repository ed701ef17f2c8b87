import { readFileSync } from 'node:fs';
import type { Finding } from '@assay/shared';
import { Webhook } from 'standardwebhooks';
import Value from 'typebox/value';
import { afterEach, describe, expect, it } from 'vitest';
import type { Receiver } from '../../../test/receivers/receiver.ts';
import { type ReceivedWebhook, startWebhookReceiver } from '../../../test/receivers/webhook-receiver.ts';
import type { Sender } from './target.ts';
import { makeChange, makeDelivery, makeVerdict } from './test-doubles.ts';
import { newWebhookSecret, type WebhookConfig, webhookKind } from './webhook.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of closing.splice(0)) await part.close();
});

async function start(): Promise<{ receiver: Receiver<ReceivedWebhook>; sender: Sender }> {
  const secret = newWebhookSecret();
  const receiver = await startWebhookReceiver({ secret });
  const sender = create({ url: receiver.url, secret });
  closing.push(sender, receiver);
  return { receiver, sender };
}

const create = (config: WebhookConfig) =>
  webhookKind.create(config, {
    signSet: () => Promise.reject(new Error('webhooks sign no SETs')),
    issuer: 'https://assay.example',
    clock: { now: () => Date.now() },
  });

const send = (sender: Sender, delivery = makeDelivery(), signal = new AbortController().signal) =>
  sender.send(delivery, signal);

describe('what a webhook is told', () => {
  const config = { url: 'https://hooks.example/assay', secret: newWebhookSecret() };
  const withinTier = makeChange({
    previous: makeVerdict({ score: 95 }),
    current: makeVerdict({ score: 85 }),
  });

  it('is a tier change, the first verdict included', () => {
    expect(webhookKind.eventsFor(config, makeChange())).toEqual(['device.tier_changed']);
    expect(webhookKind.eventsFor(config, makeChange({ previous: null }))).toEqual(['device.tier_changed']);
  });

  it('is a score within a tier only if it asks for it', () => {
    expect(webhookKind.eventsFor(config, withinTier)).toEqual([]);
    const asking = { ...config, events: ['device.score_changed' as const] };
    expect(webhookKind.eventsFor(asking, withinTier)).toEqual(['device.score_changed']);
    expect(webhookKind.eventsFor(asking, makeChange())).toEqual([]);
    const both = { ...config, scores: true };
    expect(webhookKind.eventsFor(both, withinTier)).toEqual(['device.score_changed']);
    expect(webhookKind.eventsFor(both, makeChange())).toEqual(['device.tier_changed']);
  });

  it('stays small whatever a device says of itself', async () => {
    const { receiver, sender } = await start();
    const [finding] = makeChange().findings;
    const text = 'x'.repeat(60_000);
    const findings = Array.from({ length: 3 }, () => ({ ...finding, explain: text, user: text }) as Finding);
    const change = makeChange({ findings, cause: { kind: 'device', text } });
    expect(await send(sender, makeDelivery({ change }))).toMatchObject({ status: 204 });
    expect(JSON.stringify(receiver.accepted[0]).length).toBeLessThan(20_000);
  });

  it('is nothing when the verdict is as before', () => {
    const events = ['device.tier_changed' as const, 'device.score_changed' as const];
    const change = makeChange({ previous: makeVerdict(), current: makeVerdict() });
    expect(webhookKind.eventsFor({ ...config, events }, change)).toEqual([]);
  });
});

describe('sending a webhook', () => {
  it('is accepted by a verifier of the Standard Webhooks specification', async () => {
    const { receiver, sender } = await start();
    const delivery = makeDelivery();
    expect(await send(sender, delivery)).toEqual({ result: 'accepted', status: 204, detail: 'answered 204' });
    expect(receiver.rejected).toEqual([]);
    expect(receiver.accepted).toMatchObject([
      {
        id: delivery.id,
        body: {
          type: 'device.tier_changed',
          timestamp: '2026-01-05T10:00:00.250Z',
          data: {
            device: {
              id: delivery.deviceId,
              hostname: 'ada-laptop',
              owner: 'ada@example.com',
              serial: 'PF3XK2',
            },
            previous: { tier: 'trusted', score: 90, since: '2026-01-05T00:00:00.000Z' },
            current: { tier: 'untrusted', score: 40, compliant: false },
            cause: { kind: 'device', text: 'disk_encryption changed' },
            findings: [{ check: 'disk-encryption', remedy: 'turn on LUKS' }],
          },
        },
      },
    ]);
  });

  it('repeats with the same id, so that the consumer applies it once', async () => {
    const { receiver, sender } = await start();
    const delivery = makeDelivery();
    receiver.behave({ kind: 'apply_and_drop' });
    await expect(send(sender, delivery)).rejects.toThrow();
    expect((await send(sender, delivery)).result).toBe('accepted');
    expect(receiver.accepted).toHaveLength(1);
    expect(receiver.arrivals.get(delivery.id)).toBe(2);
  });

  it.each([
    [
      { status: 429, retryAfter: '7' },
      { result: 'retry', status: 429, retryAfterMs: 7_000 },
    ],
    [{ status: 503 }, { result: 'retry', status: 503 }],
    [{ status: 400 }, { result: 'retry', status: 400 }],
    [
      { status: 302, location: '/webhook' },
      { result: 'retry', status: 302 },
    ],
    [{ status: 410 }, { result: 'refused', status: 410, detail: 'answered 410 (gone: remove this webhook)' }],
  ])('answers %o with %o, and follows nothing', async (behaviour, expected) => {
    const { receiver, sender } = await start();
    receiver.behave({ kind: 'status', ...behaviour });
    expect(await send(sender)).toMatchObject(expected);
    expect(receiver.requests).toBe(1);
  });

  it('ends with the signal when nothing is answered', async () => {
    const { receiver, sender } = await start();
    receiver.behave({ kind: 'hang' });
    await expect(send(sender, makeDelivery(), AbortSignal.timeout(50))).rejects.toThrow();
  });

  it('is refused by a consumer with another secret', async () => {
    const { receiver } = await start();
    const sender = create({ url: receiver.url, secret: newWebhookSecret() });
    closing.push(sender);
    expect(await send(sender)).toMatchObject({ result: 'retry', status: 401 });
    expect(receiver.rejected).toEqual(['No matching signature found']);
  });
});

describe('the configuration of a webhook', () => {
  const fits = (config: object) =>
    Value.Check(webhookKind.configSchema, {
      url: 'https://h.example/x',
      secret: newWebhookSecret(),
      ...config,
    });

  it.each([
    'https://hooks.example/a?b=c@d',
    'http://127.0.0.1:8080/x',
    'http://[::1]:1/',
    'http://localhost',
  ])('takes the address %s', (url) => {
    expect(fits({ url })).toBe(true);
    expect(() => new URL(url)).not.toThrow();
  });

  it.each([
    'http://hooks.example/',
    'http://127.0.0.1.example/',
    'http://localhost@evil.example/',
    'https://user:pass@hooks.example/',
    'ftp://hooks.example/',
    'https://',
    'https://h.example/a b',
    'javascript:alert(1)',
    'https://hooks.example:99999/',
    'http://localhost:99999',
    'https://h:abc/',
    'https://[::1/',
  ])('refuses the address %s', (url) => {
    expect(fits({ url })).toBe(false);
  });

  const pem = readFileSync(new URL('testdata/stranger.cert.pem', import.meta.url), 'utf8');
  it.each([pem.trim(), `# ours\n${pem}# and theirs\n${pem}`, pem.replaceAll('\n', '\r\n')])(
    'takes certificates',
    (ca) => expect(fits({ ca })).toBe(true),
  );
  it.each([
    ['cut off', pem.slice(0, pem.length / 2)],
    ['of which the second is cut off', pem + pem.slice(0, pem.length / 2)],
    ['that are none', '-----BEGIN CERTIFICATE-----\nYWJj\n-----END CERTIFICATE-----\n'],
    ['that are missing', ''],
  ])('refuses certificates %s', (_, ca) => expect(fits({ ca })).toBe(false));

  it('takes secrets of 24 to 64 bytes only', () => {
    const ofBytes = (n: number) => fits({ secret: `whsec_${Buffer.alloc(n, 7).toString('base64')}` });
    expect([23, 24, 25, 26, 64, 65].map(ofBytes)).toEqual([false, true, true, true, true, false]);
    expect(fits({ secret: 'whsec_not base64 at all, and so on and on' })).toBe(false);
    expect(fits({ secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })).toBe(false);
  });

  it('makes secrets that fit and differ', () => {
    expect(fits({})).toBe(true);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
    expect(() => new Webhook(newWebhookSecret())).not.toThrow();
  });

  it('refuses unknown events and fields', () => {
    expect(fits({ events: ['device.gone'] })).toBe(false);
    expect(fits({ events: [] })).toBe(false);
    expect(fits({ colour: 'red' })).toBe(false);
  });
});

describe('a notice', () => {
  const notice = {
    ...{ event: 'break_glass.started' as const, subject: 'b1', at: Date.UTC(2026, 0, 5) },
    data: { alarm: true },
  };

  it('is wanted by whoever did not say otherwise', () => {
    const config = { url: 'https://hooks.example/assay', secret: newWebhookSecret() };
    expect(webhookKind.wantsNotice?.(config, notice.event)).toBe(true);
    const others = { ...config, events: ['device.revoked' as const] };
    expect(webhookKind.wantsNotice?.(others, notice.event)).toBe(false);
  });

  it('is accepted by a verifier of the Standard Webhooks specification', async () => {
    const { receiver, sender } = await start();
    const { id, createdAt, nextAttemptAt } = makeDelivery();
    const delivery = {
      ...{ id, targetId: 't', deviceId: notice.subject, event: notice.event, attempts: 0, notice },
      ...{ createdAt, nextAttemptAt },
    };
    const answer = await sender.tell?.(delivery, new AbortController().signal);
    expect(answer).toMatchObject({ result: 'accepted' });
    expect(receiver.accepted).toMatchObject([
      {
        id,
        body: { type: 'break_glass.started', timestamp: '2026-01-05T00:00:00.000Z', data: { alarm: true } },
      },
    ]);
  });
});
