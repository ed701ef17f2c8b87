import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { targetKinds } from '../publish/registry.ts';
import type { Api } from './server.ts';
import { type TargetServices, targetRoutes } from './targets.ts';

/** What the API lists, of one stored target. */
async function listed(stored: { kind: string; config: object }, problems: string[]) {
  const target = { id: 't', name: 'siem', ...stored };
  const app = Fastify();
  targetRoutes(
    app as unknown as Api,
    {
      store: { targets: async () => [{ ...target, createdAt: 1 }], lastDeliveries: async () => [] },
      publisher: { status: () => [{ ...target, isForCanary: false, problems, health: null }] },
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
