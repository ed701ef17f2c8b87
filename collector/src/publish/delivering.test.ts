import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startSsfReceiver } from '../../../test/receivers/ssf-receiver.ts';
import { startWebhookReceiver } from '../../../test/receivers/webhook-receiver.ts';
import { loadSigningKeys, type SigningKeys } from '../keys/signing-keys.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { targetKinds } from './registry.ts';
import { createMemoryOutbox, type MemoryOutbox, makeChange, makeVerdict } from './test-doubles.ts';
import { newWebhookSecret } from './webhook.ts';

const issuer = 'https://assay.example';
const audience = 'https://idp.example';
const secret = newWebhookSecret();
let dir: string;
let keys: SigningKeys;
let jwks: Server;
let jwksUri: string;
const ending: (() => Promise<void>)[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'assay-keys-'));
  keys = await loadSigningKeys(dir);
  jwks = createServer((_, response) => response.end(JSON.stringify(keys.jwks())));
  await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
  jwksUri = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});
afterAll(async () => {
  jwks.closeAllConnections();
  jwks.close();
  await rm(dir, { recursive: true });
});

async function start() {
  const idp = await startSsfReceiver({ issuer, audience, jwksUri });
  const hooks = await startWebhookReceiver({ secret });
  const outbox = createMemoryOutbox();
  const publisher = createPublisher({
    outbox,
    services: { signSet: (claims, alg) => keys.sign(claims, alg, 'secevent+jwt'), issuer },
    clock: { now: () => Date.now() },
    // Full jitter at its shortest: a retry comes at once.
    random: () => 0,
    kinds: targetKinds,
    onAttempt: () => {},
  });
  publisher.start();
  await publisher.setTargets([
    { id: 'idp', name: 'IdP', kind: 'ssf', config: { endpoint_url: idp.url, aud: audience } },
    { id: 'hooks', name: 'Hooks', kind: 'webhook', config: { url: hooks.url, secret } },
  ]);
  ending.push(publisher.stop, idp.close, hooks.close);
  return { idp, hooks, outbox, publisher };
}

const LEVELS = [
  makeVerdict(),
  makeVerdict({ score: 60, tier: 'limited' }),
  makeVerdict({ score: 10, tier: 'untrusted', compliant: false }),
];

/** Commits the step of a device from its nth verdict to the next. */
function change(publisher: Publisher, outbox: MemoryOutbox, deviceId: string, n: number): void {
  const previous = n === 0 ? null : (LEVELS[(n - 1) % 3] ?? null);
  const subject = { ...makeChange().subject, deviceId };
  const at = Date.now();
  const deliveries = publisher.planDeliveries(
    makeChange({ subject, previous, current: LEVELS[n % 3] ?? makeVerdict(), at }),
  );
  outbox.store(...deliveries);
  publisher.enqueue(deliveries);
}

it('brings every verdict to every receiver in order per device, whatever they answer on the way', async () => {
  const { idp, hooks, outbox, publisher } = await start();
  idp.behave({ kind: 'status', status: 503 }, 3);
  idp.behave({ kind: 'apply_and_drop' }, 3);
  idp.behave({ kind: 'set_error', err: 'invalid_key' }, 2);
  hooks.behave({ kind: 'status', status: 429, retryAfter: '0' }, 4);
  hooks.behave({ kind: 'apply_and_drop' }, 2);
  for (let n = 0; n < 6; n++) {
    for (let device = 0; device < 20; device++) change(publisher, outbox, `device-${device}`, n);
  }
  await hooks.waitForAccepted(120);
  // Of six steps four change compliance and all six the risk level.
  await idp.waitForAccepted(20 * (4 + 6));
  await vi.waitFor(() => expect(outbox.ended('delivered')).toHaveLength(120 + 200), { timeout: 20_000 });

  expect([...idp.rejected, ...hooks.rejected]).toEqual([]);
  const levels = Map.groupBy(
    idp.accepted.filter(({ event }) => event === 'risk-level-change'),
    ({ claims }) => JSON.stringify(claims.sub_id),
  );
  for (const own of levels.values()) {
    expect(own.map(({ members }) => members.current_level)).toEqual([
      'LOW',
      'MEDIUM',
      'HIGH',
      'LOW',
      'MEDIUM',
      'HIGH',
    ]);
  }
  const repeated = [...idp.arrivals.values(), ...hooks.arrivals.values()].filter((count) => count > 1);
  expect(repeated).toHaveLength(5);
});

it('does not let a receiver that hangs hold up another', async () => {
  const { idp, hooks, outbox, publisher } = await start();
  idp.behave({ kind: 'hang' }, Number.POSITIVE_INFINITY);
  for (let device = 0; device < 30; device++) change(publisher, outbox, `device-${device}`, 0);
  await hooks.waitForAccepted(30);
  expect(idp.accepted).toEqual([]);
  expect(publisher.status().find(({ id }) => id === 'idp')?.health).toMatchObject({
    queued: 60,
    inFlight: 16,
  });
});
