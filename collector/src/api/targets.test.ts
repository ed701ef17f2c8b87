import Fastify from 'fastify';
import { expect, it, vi } from 'vitest';
import { targetKinds } from '../publish/registry.ts';
import { makeDelivery } from '../publish/test-doubles.ts';
import type { Api } from './server.ts';
import { type TargetServices, targetRoutes } from './targets.ts';

/** What the API lists, of one stored target. */
async function listed(
  stored: { kind: string; config: object },
  problems: string[],
  { health = null, last = [] }: { health?: object | null; last?: object[] } = {},
) {
  const target = { id: 't', name: 'siem', ...stored };
  const app = Fastify();
  targetRoutes(
    app as unknown as Api,
    {
      store: { targets: async () => [{ ...target, createdAt: 1 }], lastDeliveries: async () => last },
      publisher: { status: () => [{ ...target, isForCanary: false, problems, health }] },
      kinds: targetKinds,
    } as unknown as TargetServices,
  );
  return (await app.inject('/api/v1/targets')).json().targets;
}

it('does not call a target fine that is told nothing until its configuration is mended', async () => {
  const problem = '/url: must be an address: its host or port is none';
  const stored = { kind: 'webhook', config: { url: 'https://siem.example:99999/', secret: 'whsec_x' } };
  expect(await listed(stored, [problem])).toMatchObject([
    {
      ...{ id: 't', lastError: `told nothing until this is mended: ${problem}`, lastAcceptedAt: null },
      config: { url: 'https://siem.example:99999/', secret: '••••••' },
    },
  ]);
});

it('shows nothing of the configuration of a kind that it does not know', async () => {
  const stored = { kind: 'vendor', config: { tenant: 'acme', api_key: 'k-123' } };
  expect(await listed(stored, ['unknown kind of target'])).toMatchObject([
    { kind: 'vendor', config: { tenant: '••••••', api_key: '••••••' } },
  ]);
});

it('does not deny a delivery that is queued anew, though its target cannot be used yet', async () => {
  const redeliver = vi.fn(() => false);
  const requeueDelivery = vi.fn(async ({ id }: { id: string }) => (id === 'd' ? makeDelivery({ id }) : null));
  const app = Fastify();
  app.decorateRequest('actor', { getter: () => ({ name: 'ada', source: 'cli' as const }) });
  targetRoutes(
    app as unknown as Api,
    {
      ...{
        store: { requeueDelivery },
        publisher: { redeliver },
        kinds: targetKinds,
        clock: { now: () => 1 },
      },
    } as unknown as TargetServices,
  );
  const ask = async (id: string) =>
    (await app.inject({ method: 'POST', url: `/api/v1/deliveries/${id}/redeliver` })).statusCode;
  expect(await ask('d')).toBe(202);
  expect(redeliver).toHaveBeenCalledOnce();
  expect(await ask('none')).not.toBe(202);
});

it('does not call a target fine after a restart that refused what it was sent last', async () => {
  const stored = { kind: 'webhook', config: { url: 'https://siem.example/' } };
  const last = [{ targetId: 't', acceptedAt: 5, refusal: 'answered 403' }];
  const untried = { queued: 0, lastSuccessAt: null, lastError: null, failingSince: null };
  expect(await listed(stored, [], { health: untried, last })).toMatchObject([
    { lastError: 'answered 403', lastAcceptedAt: 5 },
  ]);
  const tried = { ...untried, lastSuccessAt: 9 };
  expect(await listed(stored, [], { health: tried, last })).toMatchObject([
    { lastError: null, lastAcceptedAt: 9 },
  ]);
});
